"""Keys for the API: one's own, made and revoked on screen. A new key is shown exactly once."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import operations
from baro.org.forms import TokenForm
from baro.org.models import ApiToken
from baro.org.requests import UserRequest


@never_cache
@require_http_methods(["GET", "POST"])
def api_tokens(request: UserRequest) -> HttpResponse:
    form = TokenForm(request.POST if request.method == "POST" else None)
    secret = None
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            _, secret = operations.create_token(
                user=request.user,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_at=now + timedelta(days=int(form.cleaned_data["days"])),
                by=request.user,
                at=now,
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            form = TokenForm()
    context = {
        "form": form,
        "secret": secret,
        "tokens": ApiToken.objects.filter(user=request.user),
        "now": timezone.now(),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render_page(request, "org/api_tokens.html", context, status=status)


@require_POST
def api_token_revocation(request: UserRequest, pk: int) -> HttpResponse:
    token = get_object_or_404(ApiToken, pk=pk, user=request.user)
    operations.revoke_token(token=token, by=request.user, at=timezone.now())
    messages.success(request, f"Đã thu hồi mã truy cập {token.name}.")
    return redirect("org:api-tokens")
