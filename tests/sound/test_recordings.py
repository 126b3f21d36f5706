"""Recordings are checked before they are used, and given out at their volume."""

from pathlib import Path

import pytest

from s2w_desktop.domain.errors import RecordingDamaged
from s2w_desktop.sound.recordings import MOST_BYTES, MOST_SECONDS, Prompt, Recording, Recordings
from s2w_desktop.sound.stream import TAIL_SECONDS, Stream
from tests.sound.recorded import LOUD, write_wav

PROMPT = Prompt("ar", "identity", "given_names")


def place(folder: Path) -> Path:
    return folder / "ar" / "identity.given_names.wav"


def read(folder: Path) -> Recording:
    return Recordings(folder).read(PROMPT)


@pytest.mark.parametrize(("channels", "rate"), [(1, 8_000), (2, 44_100), (1, 48_000)])
def test_ux_32_a_recording_is_found_by_language_and_question_and_read_whole(tmp_path: Path, channels: int, rate: int) -> None:
    write_wav(place(tmp_path), frames=100, channels=channels, rate=rate)
    assert Recordings(tmp_path).has(PROMPT)
    assert not Recordings(tmp_path).has(Prompt("fr", "identity", "given_names"))
    found = read(tmp_path)
    assert (found.channels, found.rate) == (channels, rate)
    assert list(found.samples) == [LOUD] * 100 * channels


@pytest.mark.parametrize(
    "kind",
    [
        {"rate": 7_999},
        {"rate": 48_001},
        {"channels": 3},
        {"width": 1},
        {"width": 3},
        {"frames": 0},
        {"frames": 8_000 * MOST_SECONDS + 1},
    ],
)
def test_ux_32_a_recording_beyond_the_limits_is_refused(tmp_path: Path, kind: dict[str, int]) -> None:
    write_wav(place(tmp_path), **kind)
    with pytest.raises(RecordingDamaged):
        read(tmp_path)


def test_ux_32_a_recording_at_the_limit_is_taken(tmp_path: Path) -> None:
    write_wav(place(tmp_path), frames=8_000 * MOST_SECONDS)
    assert len(read(tmp_path).samples) == 8_000 * MOST_SECONDS


def test_ux_32_a_file_with_too_many_bytes_is_not_opened(tmp_path: Path) -> None:
    file = write_wav(place(tmp_path), frames=10)
    with file.open("ab") as opened:
        opened.truncate(MOST_BYTES + 1)
    with pytest.raises(RecordingDamaged):
        read(tmp_path)


@pytest.mark.parametrize("kept", [0, 3, 11, 20, 43, 44, 100])
def test_ux_32_a_recording_that_was_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    file = write_wav(place(tmp_path), frames=100)
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(RecordingDamaged):
        read(tmp_path)


def test_ux_32_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    file = write_wav(place(tmp_path))
    file.write_bytes(b"%PDF-1.7 not a sound at all, whatever its name says")
    with pytest.raises(RecordingDamaged):
        read(tmp_path)


def test_ux_32_every_byte_of_the_head_may_be_wrong(tmp_path: Path) -> None:
    file = write_wav(place(tmp_path), frames=10)
    whole = file.read_bytes()
    for at in range(44):
        for wrong in (0, 1, 0x7F, 0xFF):
            file.write_bytes(whole[:at] + bytes([wrong]) + whole[at + 1 :])
            try:
                assert len(read(tmp_path).samples) <= 10
            except RecordingDamaged:
                continue


def test_ux_32_a_recording_that_went_away_is_a_foreseen_failure(tmp_path: Path) -> None:
    with pytest.raises(RecordingDamaged):
        read(tmp_path)


def test_ux_32_frames_are_weakened_to_the_volume_and_the_end_is_silence(tmp_path: Path) -> None:
    write_wav(place(tmp_path), frames=3, channels=2)
    stream = Stream(read(tmp_path), 25)
    source = stream.frames()
    assert next(source) == b""
    assert memoryview(source.send(2)).cast("h").tolist() == [LOUD // 4] * 4
    stream.percent = 100
    tail = memoryview(source.send(10_000)).cast("h").tolist()
    assert tail == [LOUD] * 2 + [0] * round(TAIL_SECONDS * 8_000) * 2
    assert stream.is_over
    with pytest.raises(StopIteration):
        source.send(1)
