"""Addresses of the tasks."""

from django.urls import path

from baro.tasks import views
from baro.tasks.views.acts import ACTS, act_view
from baro.tasks.views.duties import ACTS as DUTY_ACTS
from baro.tasks.views.duties import duty_act

app_name = "tasks"
urlpatterns = [
    path("nhiem-vu/", views.task_list, name="task-list"),
    path("nhiem-vu/bo-loc/", views.task_filters, name="task-filters"),
    path("nhiem-vu/tinh-trang/", views.task_list_cells, name="task-list-cells"),
    path("nhiem-vu/danh-sach/", views.saved_lists, name="saved-lists"),
    path("nhiem-vu/danh-sach/dem/", views.saved_list_counts, name="saved-list-counts"),
    path("nhiem-vu/danh-sach/<int:pk>/", views.saved_list, name="saved-list"),
    path("nhiem-vu/danh-sach/<int:pk>/bo/", views.saved_list_removal, name="saved-list-removal"),
    path("nhiem-vu/danh-sach/<int:pk>/mo/", views.saved_list_opening, name="saved-list-opening"),
    path("nhiem-vu/hang-loat/<str:act>/", views.task_bulk, name="task-bulk"),
    path("nhiem-vu/excel/", views.task_list_excel, name="task-list-excel"),
    path("nhiem-vu/tai-ngay/", views.task_list_as_at, name="task-list-as-at"),
    path("nhiem-vu/in/", views.task_list_print, name="task-list-print"),
    path("nhiem-vu/nhap/", views.task_import, name="task-import"),
    path("nhiem-vu/nhap/mau/", views.task_import_template, name="task-import-template"),
    path("nhiem-vu/nhap/<int:pk>/", views.task_import_preview, name="task-import-preview"),
    path("nhiem-vu/nhap/<int:pk>/giao/", views.task_import_giving, name="task-import-giving"),
    path("nhiem-vu/giao/", views.task_creation, name="task-creation"),
    path("nhiem-vu/giao/xem-truoc/", views.terms_preview, name="terms-preview"),
    path("nhiem-vu/<int:pk>/", views.task, name="task"),
    path("nhiem-vu/<int:pk>/bang/", views.task_board, name="task-board"),
    *[
        path(f"nhiem-vu/<int:pk>/{act.path}/", act_view(code), name=code)
        for code, act in ACTS.items()
    ],
    path("viec-dinh-ky/", views.duty_list, name="duty-list"),
    path("viec-dinh-ky/<int:pk>/", views.duty, name="duty"),
    *[
        path(f"viec-dinh-ky/<int:pk>/{act.path}/", duty_act(code), name=code)
        for code, act in DUTY_ACTS.items()
    ],
    path("san-pham/<int:pk>/tep/", views.delivery_file, name="delivery-file"),
    path("van-ban/<int:pk>/nhiem-vu/", views.document_drafts, name="document-drafts"),
    path("van-ban/<int:pk>/du-thao/", views.document_drafting, name="document-drafting"),
    path("van-ban/<int:pk>/ra-soat/", views.document_review, name="document-review"),
    path("van-ban/<int:pk>/giao-viec/", views.document_issuance, name="document-issuance"),
    path("du-thao/<int:pk>/", views.draft, name="draft"),
    path("du-thao/<int:pk>/the/", views.draft_card, name="draft-card"),
    path("du-thao/<int:pk>/sua-nhanh/", views.draft_amendment, name="draft-amendment"),
    path("du-thao/<int:pk>/tach/", views.draft_split, name="draft-split"),
    path("du-thao/<int:pk>/gop/", views.draft_merger, name="draft-merger"),
    path("du-thao/<int:pk>/doan-trich/", views.draft_quote, name="draft-quote"),
    path("du-thao/<int:pk>/doi-han/", views.draft_deadline, name="draft-deadline"),
    path("du-thao/<int:pk>/thay/", views.draft_replacement, name="draft-replacement"),
    path("du-thao/<int:pk>/hoan-tac/", views.draft_undoing, name="draft-undoing"),
    path("du-thao/<int:pk>/bo/", views.draft_drop, name="draft-drop"),
    path("du-thao/<int:pk>/khoi-phuc/", views.draft_restoration, name="draft-restoration"),
]
