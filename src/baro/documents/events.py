"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "documents.document_taken_in": "{actor} đã nhận {target} để đọc, chưa vào sổ.",
    "documents.intake_queued": "{actor} đã đưa vào {target} để hệ thống đọc.",
    "documents.intake_read": "{actor} đã đọc xong {target}.",
    "documents.intake_failed": "{actor} chưa đọc được {target}: {reason}",
    "documents.reading_cancelled": "{actor} đã dừng việc đọc {target}.",
    "documents.secret_intake_removed": (
        "{actor} đã xóa {target} vì mang dấu “{grade}”; nội dung và tên tệp không được giữ lại."
    ),
    "documents.intake_file_taken": "{actor} đã tải tệp của {target}.",
    "documents.document_text_noted": "Khi đọc tệp của {target}: {notes}",
    "documents.intake_discarded": "{actor} đã hủy {target}, không vào sổ.",
    "documents.document_registered": "{actor} đã vào sổ {register}: {target}.",
    "documents.document_read": (
        "{actor} đã bóc tách {target}: {clauses} đoạn, trong đó {tasks} nhiệm vụ."
    ),
    "documents.document_shared": "{actor} đã gửi {target} cho {count} đơn vị: {units}.",
    "documents.document_file_taken": "{actor} đã tải tệp {file_name} của {target}.",
    "documents.retention_class_set": (
        "{actor} đã ghi loại bảo quản {target}: {term}. Căn cứ: {legal_basis}."
    ),
    "documents.document_classified": "{actor} đã xếp {target} vào loại bảo quản: {retention}.",
    "documents.number_reserved": "{actor} đã giữ {target} cho {purpose}, đến ngày {until}.",
    "documents.number_released": "{actor} đã trả lại {target}. Lý do: {reason}.",
    "documents.number_cancelled": "{actor} đã hủy {target}. Lý do: {reason}.",
    "documents.number_filled_back": "{actor} đã cấp lùi {target} cho ngày {day}. Lý do: {reason}.",
    "documents.name_taught": "{actor} đã ghi {target}: chỉ {units}.",
    "documents.name_forgotten": "{actor} đã bỏ {target}.",
    "documents.word_taught": "{actor} đã ghi {target}.",
    "documents.word_forgotten": "{actor} đã bỏ {target}.",
    "documents.document_corrected": (
        "{actor} đã vào sổ bản đính chính thay {target}. Lý do: {reason}."
    ),
    "documents.register_noted": "{actor} đã ghi thêm vào sổ ở {target}: {columns}.",
    "documents.document_submitted": "{actor} đã trình {target} lên {leader}.",
    "documents.document_assigned": (
        "{actor} đã phân công {target} cho {lead}: {instruction}. Phối hợp: {cooperating}. "
        "Hạn: {due}."
    ),
    "documents.document_handled": "{actor} đã kết thúc xử lý {target}: {note}.",
    "documents.register_taken": (
        "{actor} đã lấy {book} của {target} từ {first} đến {last} dạng {form}: {count} dòng."
    ),
    "documents.links_read": (
        "{target} dẫn {count} văn bản, trong đó {matched} văn bản đã có trong sổ."
    ),
    "documents.citation_matched": "{target} đã nối với {cited} khi văn bản đó vào sổ.",
    "documents.link_added": "{actor} đã nối {target}: {kind} {cited}.",
    "documents.link_removed": "{actor} đã bỏ liên kết của {target}: {kind} {cited}.",
    "documents.paper_written": "{actor} đã bắt đầu soạn {target}.",
    "documents.paper_revised": "{actor} đã sửa {target} đang soạn.",
    "documents.paper_discarded": "{actor} đã bỏ {target} đang soạn.",
    "documents.paper_issued": "{actor} đã cấp số và phát hành {target}.",
}
