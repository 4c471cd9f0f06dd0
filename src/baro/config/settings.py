"""Settings of one installation. Everything that differs between machines comes from BARO_*."""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from baro.config.address import own_address
from baro.config.home import data_home, database_settings, pool_settings, standby_settings
from baro.config.logs import configure_structlog, log_settings
from baro.config.mail import mail_account

SOURCE = Path(__file__).resolve().parents[1]
HOME = data_home()
DEBUG = os.environ.get("BARO_DEBUG") == "1"
DEMO = os.environ.get("BARO_DEMO", "1") == "1"
PORT = own_address().port


def _secret_key() -> str:
    """The key that signs sessions: made once, readable by the owner alone."""
    given = os.environ.get("BARO_SECRET_KEY")
    if given:
        return given
    path = HOME / "secret-key"
    try:
        return path.read_text()
    except FileNotFoundError:
        pass
    except OSError:
        return secrets.token_urlsafe(50)
    try:
        HOME.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
        return path.read_text()
    except OSError:
        return secrets.token_urlsafe(50)


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("BARO_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
HTTPS = os.environ.get("BARO_HTTPS") == "1"

MODULES = [
    "baro.kernel",
    "baro.org",
    "baro.notices",
    "baro.documents",
    "baro.work",
    "baro.tasks",
    "baro.followup",
    "baro.dashboards",
]
INSTALLED_APPS = [
    *MODULES,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "baro.config.static_files.AssetsConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "pgtrigger",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
    "ninja",
    "baro.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "baro.kernel.compression.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "baro.kernel.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "baro.config.urls"
WSGI_APPLICATION = "baro.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            SOURCE / name.removeprefix("baro.") / "templates" for name in (*MODULES, "baro.config")
        ],
        "OPTIONS": {
            "environment": "baro.kernel.ui.environment.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "baro.kernel.ui.context.shell",
                "baro.org.context.place",
                "baro.notices.context.bell",
                "baro.config.context.demo_accounts",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database_settings(HOME)}
if os.environ.get("BARO_POOL") == "1":
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = pool_settings()
if standby := standby_settings():
    DATABASES["standby"] = standby
# In the database, so that a brake on wrong passwords counts for all web processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kernel_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # so many that a flood cannot push out what it did
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "org.User"
MAY_MANAGE_SYSTEM = "baro.org.policies.can_manage_system"
AUTHENTICATION_BACKENDS = ["baro.org.accounts_backend.AccountsBackend"]
SESSION_ENGINE = "baro.kernel.sessions"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "baro.org.accounts_adapter.AccountsAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a lost password tells nobody which addresses exist
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Ba Rõ] "
ACCOUNT_SESSION_REMEMBER = None  # the person decides, in the sign-in form
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_FORMS = {
    "login": "baro.org.account_forms.SignIn",
    "change_password": "baro.org.account_forms.ChangePassword",
    "set_password": "baro.org.account_forms.SetPassword",
    "reset_password": "baro.org.account_forms.ResetPassword",
    "reset_password_from_key": "baro.org.account_forms.NewPassword",
    "reauthenticate": "baro.org.account_forms.ConfirmPassword",
}
# A whole office shares one network address, so the address may fail often; an account seen from
# one address, or in one known browser, may not. How these are told apart: org/accounts_adapter.py.
ACCOUNT_RATE_LIMITS = {
    "login": "240/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "login_strangers": "60/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("BARO_PROXIES", "0"))
MFA_ADAPTER = "baro.org.accounts_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts are given by the office, not won by e-mail
MFA_TOTP_ISSUER = "Ba Rõ"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "baro.org.account_forms.EnterCode",
    "reauthenticate": "baro.org.account_forms.ConfirmByCode",
    "activate_totp": "baro.org.account_forms.ActivateTotp",
}
USERSESSIONS_TRACK_ACTIVITY = False  # a write on every page view for a moment nobody needs

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "baro.kernel.ui.formats"
FORM_RENDERER = "baro.kernel.ui.whole_fields.WholeForms"
CSRF_FAILURE_VIEW = "baro.kernel.ui.pages.csrf_failure"

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("BARO_STATIC", SOURCE.parents[1] / "var" / "static"))
NODE_MODULES = Path(os.environ.get("BARO_NODE_MODULES", SOURCE.parents[1] / "node_modules"))
STATICFILES_DIRS = [
    (name, NODE_MODULES / folder)
    for name, folder in {
        "tabler": "@tabler/core/dist",
        "tabler-icons": "@tabler/icons-webfont/dist",
        "htmx": "htmx.org/dist",
        "echarts": "echarts/dist",
        "inter": "@fontsource-variable/inter",
    }.items()
    if (NODE_MODULES / folder).exists()
]

# Tests and development serve files as they are; an installation serves what `make setup` collected.
HASHED_STATIC = not DEBUG and os.environ.get("BARO_HASHED_STATIC", "1") == "1"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "baro.config.static_files.HashedStaticFiles"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not HASHED_STATIC

FILE_STORE = HOME / "files"
FILE_SIZE_LIMIT = 50 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_HANDLERS = [
    "baro.kernel.files.uploads.LimitingUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# With BARO_HTTPS=1 a proxy ends TLS before us and says so in this header (docs/how-to/run.md).
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: the city's other systems on them are not ours to bind
    "security.W021",  # HSTS preload: for the same reason
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

NINJA_PAGINATION_MAX_LIMIT = 1000

configure_structlog()
LOGGING = log_settings()

# Without a mail server nothing is written to anybody, and the pages say so (docs/how-to/run.md).
MAIL = mail_account(os.environ)
MAIL_IS_SET_UP = MAIL is not None
SITE_ADDRESS = os.environ.get("BARO_SITE_ADDRESS", str(own_address())).rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("BARO_MAIL_FROM", "Ba Rõ <ba-ro@localhost>")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_TIMEOUT = 20
if MAIL:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.security == "starttls", MAIL.security == "tls"
