"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "followup.item_pressed": "{actor} đôn đốc: {letter}, {standing}, trả lời trước {answer_by}.",
    "followup.committee_founded": "{actor} lập {target}; thư ký: {secretary}; {count} thành viên.",
    "followup.committee_revised": "{actor} sửa {target}; thư ký: {secretary}; {count} thành viên.",
    "followup.session_planned": "{actor} đặt lịch {target}, ngày {day}.",
    "followup.session_held": "{actor} khai mạc {target}; số liệu kỳ trước được chốt.",
    "followup.session_concluded": "{actor} ghi kết luận của {target} là {paper}.",
    "followup.pressing_begun": "{actor} soạn {target}: {count} nhiệm vụ.",
    "followup.pressing_revised": "{actor} sửa lời công văn của {target}.",
    "followup.pressing_discarded": "{actor} bỏ {target}, không dùng số nào.",
    "followup.pressing_started": "{actor} cho phát hành {count} công văn của {target}.",
    "followup.pressing_stopped": "{actor} dừng phát hành {target}.",
    "followup.pressing_abandoned": "{target} dừng lại vì tiến trình nền không còn chạy.",
    "followup.pressing_issued": "Phát hành xong {target}: {count} công văn đã vào sổ.",
    "followup.task_reminded": "{how} ({rung}): {people}.",
    "followup.item_directed": "{actor} ghi ý kiến chỉ đạo của lãnh đạo: {words}",
    "followup.item_put_off": "{actor} tạm rút khỏi danh sách trình lãnh đạo đến {until}: {words}.",
    "followup.item_raised": "{actor} ghi: đã nêu tại giao ban ngày {raised_on}.{words}",
    "followup.difficult_starred": (
        "{actor} đưa {target} vào danh mục việc khó: {unit} chủ trì, {leader} chịu trách nhiệm, "
        "phải xong trước {due_on}."
    ),
    "followup.difficult_changed": "{actor} sửa {target}: {changes}.",
    "followup.difficult_ended": "{actor} kết thúc theo dõi {target}: {result}.",
    "followup.difficult_milestone_added": "{actor} đặt mốc “{title}”, ngày {due_on}.",
    "followup.difficult_milestone_moved": (
        "{actor} dời mốc “{title}” từ {old} sang {new}: {reason}."
    ),
    "followup.difficult_milestone_done": "{actor} ghi đạt mốc “{title}” ngày {done_on}.",
    "followup.difficult_obstacle_raised": (
        "{actor} nêu vướng mắc: {what}; {unit} gỡ trước {clear_by}{asked}"
    ),
    "followup.difficult_obstacle_decided": ("{actor} quyết định về vướng mắc “{what}”: {decision}"),
    "followup.difficult_obstacle_cleared": "{actor} ghi đã gỡ vướng mắc “{what}”: {how}.",
    "followup.difficult_week_said": "{actor} ghi tình hình tuần từ {monday}, {tone}: {words}.",
    "followup.rung_set": (
        "{actor} đặt bậc “{target}” từ ngày {valid_from}, nhắc {to}. Căn cứ: {legal_basis}."
    ),
    "followup.rung_ended": "{actor} bỏ bậc “{target}” từ ngày {valid_to}.",
    "followup.rung_called_off": (
        "{actor} rút thay đổi bậc “{target}” định áp dụng từ ngày {valid_from}."
    ),
}
