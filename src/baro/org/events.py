"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "org.city_loaded": "{actor} đã nạp danh mục có sẵn: {units} đơn vị, {posts} chức danh.",
}
