"""Addresses of the documents."""

from django.urls import path

from baro.documents import views
from baro.documents.views import intakes, retention

app_name = "documents"
urlpatterns = [
    path("van-ban/", views.document_list, name="document-list"),
    path("van-ban/dang-ky/", views.document_registration, name="document-registration"),
    path("van-ban/dang-ky/<int:pk>/", intakes.document_intake, name="document-intake"),
    path("van-ban/dang-ky/<int:pk>/tien-do/", intakes.intake_progress, name="intake-progress"),
    path("van-ban/dang-ky/<int:pk>/dung-doc/", intakes.intake_cancellation, name="intake-stop"),
    path("van-ban/dang-ky/<int:pk>/doc-lai/", intakes.intake_retry, name="intake-retry"),
    path("van-ban/dang-ky/<int:pk>/tep/", intakes.intake_file, name="intake-file"),
    path("van-ban/dang-ky/<int:pk>/tep-kem/", intakes.intake_enclosures, name="intake-enclosures"),
    path("van-ban/dang-ky/<int:pk>/bo/", views.intake_discard, name="intake-discard"),
    path("van-ban/den/", views.incoming_desk, name="incoming-desk"),
    path("van-ban/so-dang-ky/", views.register_book, name="register-book"),
    path("van-ban/so-dang-ky/in/", views.register_book_print, name="register-book-print"),
    path("van-ban/so-dang-ky/word/", views.register_book_word, name="register-book-word"),
    path("van-ban/so-dang-ky/excel/", views.register_book_excel, name="register-book-excel"),
    path("van-ban/so-so/", views.number_book, name="number-book"),
    path("van-ban/so-so/giu-so/", views.number_reservation, name="number-reservation"),
    path("van-ban/so-so/<int:pk>/", views.number_run, name="number-run"),
    path("van-ban/so-so/<int:pk>/huy/", views.number_cancellation, name="number-run-cancellation"),
    path("van-ban/so-so/<int:pk>/tra-lai/", views.number_release, name="number-run-release"),
    path("van-ban/so-so/<int:pk>/cap-lui/", views.number_filling, name="number-run-filling"),
    path("van-ban/soan/", views.paper_writing, name="paper-writing"),
    path("van-ban/soan/<int:pk>/", views.paper_draft, name="paper-draft"),
    path("van-ban/soan/<int:pk>/word/", views.paper_draft_word, name="paper-draft-word"),
    path("van-ban/soan/<int:pk>/pdf/", views.paper_draft_pdf, name="paper-draft-pdf"),
    path("van-ban/soan/<int:pk>/bo/", views.paper_draft_discard, name="paper-draft-discard"),
    path("van-ban/kiem-tra-the-thuc/", views.layout_check, name="layout-check"),
    path("van-ban/tu-ngu/", views.taught, name="taught"),
    path(
        "van-ban/tu-ngu/ten-goi/<int:pk>/bo/",
        views.local_name_removal,
        name="local-name-removal",
    ),
    path("van-ban/tu-ngu/tu/<int:pk>/bo/", views.local_word_removal, name="local-word-removal"),
    path("van-ban/<int:pk>/", views.document, name="document"),
    path("van-ban/<int:pk>/word/", views.document_word, name="document-word"),
    path("van-ban/thoi-han-bao-quan/", retention.retention_classes, name="retention-classes"),
    path("van-ban/<int:pk>/thoi-han/", retention.document_retention, name="document-retention"),
    path("van-ban/<int:pk>/tep/", views.document_file, name="document-file"),
    path("van-ban/<int:pk>/boc-tach/", views.document_reading, name="document-reading"),
    path("van-ban/<int:pk>/trinh/", views.document_submission, name="document-submission"),
    path("van-ban/<int:pk>/phan-cong/", views.document_assignment, name="document-assignment"),
    path("van-ban/<int:pk>/ket-thuc/", views.document_finishing, name="document-finishing"),
    path(
        "van-ban/<int:pk>/ghi-so/",
        views.document_register_columns,
        name="document-register-columns",
    ),
    path("van-ban/<int:pk>/so-sanh/", views.document_comparison, name="document-comparison"),
    path("van-ban/<int:pk>/lien-ket/", views.document_link, name="document-link"),
    path("van-ban/lien-ket/<int:pk>/bo/", views.link_removal, name="link-removal"),
    path("van-ban/<int:pk>/noi-nhan/", views.document_sharing, name="document-sharing"),
]
