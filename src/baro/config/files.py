"""`baro files`: reads every stored file again, and says what is lost, changed or used by nobody."""

from baro.config.refusals import CommandRefusal


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro files", status=2)
    import django

    django.setup()
    from django.utils import timezone

    from baro.kernel.files import api as files

    sweep = files.start_sweep(by=None, at=timezone.now())
    while files.sweep_batch(sweep=sweep, at=timezone.now()):
        sweep.refresh_from_db()
        print(f"Đã đọc {sweep.files} tệp", flush=True)
    files.finish_sweep(sweep=sweep, at=timezone.now())
    report = files.sweep_report()
    for fault in report.faults:
        print(f"{fault.get_kind_display():<34} {fault.sha256}")
    print(f"{report.damaged} tệp hỏng hoặc mất, {report.unused} tệp không còn nơi nào dùng.")
    return 1 if report.damaged else 0
