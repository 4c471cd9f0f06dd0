"""Papers of our own invention, their days counted from today."""

from datetime import timedelta

from django.utils import timezone

# Who, and what; each by a day of its own.
_ORDERS = (
    "UBND các xã, phường rà soát, lập danh sách điểm tập kết rác tự phát, báo cáo UBND thành phố",
    "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập kế hoạch chiếu sáng, trình UBND",
    "Giao Sở Nông nghiệp và Môi trường xây dựng phương án thu gom rác ban đêm, báo cáo",
    "Giao Sở Văn hóa và Thể thao, Sở Du lịch chủ trì lập danh mục lễ hội cấp thành phố, báo cáo",
    "Giao Sở Y tế tổ chức kiểm tra an toàn thực phẩm tại khu vực lễ hội, báo cáo kết quả",
    "Giao Sở Nội vụ rà soát lịch trực của các cơ quan, báo cáo",
    "Giao Sở Công Thương xây dựng kế hoạch bình ổn giá dịp lễ hội, báo cáo",
    "Giao Sở Giáo dục và Đào tạo hướng dẫn các trường học tập tại di sản, báo cáo kết quả",
    "Giao Sở Khoa học và Công nghệ hoàn thiện bản đồ số các điểm lễ hội, báo cáo",
    "Giao Sở Tư pháp rà soát các quy định về quản lý lễ hội, báo cáo kết quả",
    "Giao Sở Dân tộc và Tôn giáo lập danh sách cơ sở tín ngưỡng tổ chức lễ hội, báo cáo",
    "Giao Thanh tra thành phố lập kế hoạch kiểm tra việc thực hiện, báo cáo",
    "Giao Sở Du lịch xây dựng kế hoạch đón khách, báo cáo",
    "Giao Văn phòng UBND thành phố tổng hợp tình hình thực hiện, báo cáo Chủ tịch UBND thành phố",
)


def fifteen_tasks() -> str:
    """One task to every commune, one that two lead together, one by a day that does not exist."""
    today = timezone.localdate()
    points = [
        f"{number}. {words} trước ngày {today + timedelta(days=12 + number):%d/%m/%Y}."
        for number, words in enumerate(_ORDERS, 2)
    ]
    points.append(
        f"{len(points) + 2}. Giao Sở Tài chính cân đối kinh phí phục vụ lễ hội, báo cáo UBND "
        f"thành phố trước ngày 30/02/{today.year + 1}."
    )
    body = "\n".join(points)
    return f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 512/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày {today:%d} tháng {today:%m} năm {today:%Y}

THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố về bảo đảm trật tự, vệ sinh và an toàn trước mùa lễ hội

Ngày {today:%d/%m/%Y}, Chủ tịch UBND thành phố chủ trì phiên họp và kết luận như sau:
1. Biểu dương các đơn vị đã hoàn thành sớm việc chỉnh trang các tuyến phố chính.
{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Người Ký Thử
"""
