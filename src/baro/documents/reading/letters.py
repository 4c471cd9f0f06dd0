"""Vietnamese capital and small letters as classes for regular expressions."""

_TONED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
UPPER = f"A-Z{_TONED}"
LOWER = f"a-z{_TONED.lower()}"
