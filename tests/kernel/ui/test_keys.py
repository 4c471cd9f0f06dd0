from baro.kernel.ui import keys


def test_no_key_means_two_things_and_every_page_exists() -> None:
    told = [key.names for group in (keys.GOING, keys.IN_LISTS, keys.EVERYWHERE) for key in group]

    assert len(told) == len(set(told))
    assert [key.words for key in keys.GOING if not key.href] == []
    assert not {key.sequence.split()[0] for key in keys.GOING} & {
        name.lower() for key in (*keys.IN_LISTS, *keys.EVERYWHERE) for name in key.names
    }
