"""The whole city once, and a small one where nothing but a refusal is looked at."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from tests.factories.city import people_of_the_city
from tests.rest.callers import caller
from tests.rest.town import small_town


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """All of Hà Nội's units; a caller for each person of the story."""
    people = people_of_the_city(at=timezone.now())
    return SimpleNamespace(**{name: caller(user) for name, user in vars(people).items()})


@pytest.fixture
def town(db: None) -> SimpleNamespace:
    """A city committee with its specialist, a ward with its chair, and a chair elsewhere."""
    return small_town()


@pytest.fixture
def notice() -> str:
    """A conclusion notice of our own, its days counted from today."""
    today = timezone.localdate()
    soon, later = today + timedelta(days=20), today + timedelta(days=40)
    return f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 512/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày {today:%d} tháng {today:%m} năm {today:%Y}

THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố tại cuộc họp về số hóa hồ sơ ở xã, phường

Ngày {today:%d/%m/%Y}, Chủ tịch UBND thành phố chủ trì cuộc họp và kết luận như sau:
1. Ghi nhận, biểu dương các đơn vị đã hoàn thành sớm đợt số hóa đầu tiên.
2. UBND các xã, phường rà soát, lập danh sách hồ sơ chưa số hóa, báo cáo UBND thành phố \
trước ngày {soon:%d/%m/%Y}.
3. Giao Sở Nội vụ chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng kế hoạch tập huấn, \
trình UBND thành phố trước ngày {later:%d/%m/%Y}.
4. Giao Sở Tài chính cân đối kinh phí, báo cáo UBND thành phố trước ngày 30/02/{later:%Y}.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Người Ký Thử
"""
