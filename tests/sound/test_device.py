"""The library that plays, without a loudspeaker."""

import subprocess
import sys
from array import array

import miniaudio
import pytest
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.errors import NoSoundDevice
from s2w_desktop.sound.device import SoundDevice
from s2w_desktop.sound.recordings import Recording
from s2w_desktop.sound.stream import Stream

SHORT = Recording(2, 44_100, array("h", [1_000] * 8_820))


def has_device() -> bool:
    try:
        with miniaudio.PlaybackDevice() as device:
            return bool(device.backend != "Null")
    except miniaudio.MiniaudioError:
        return False


def test_ux_32_the_library_takes_a_stream_to_its_end_on_its_own_thread(qtbot: QtBot) -> None:
    stream = Stream(SHORT, 25)
    source = stream.frames()
    next(source)
    with miniaudio.PlaybackDevice(nchannels=2, sample_rate=44_100, backends=[miniaudio.Backend.NULL]) as device:
        assert device.backend == "Null"  # the name by which a machine without sound is known
        device.start(source)
        qtbot.waitUntil(lambda: stream.is_over)


@pytest.mark.skipif(has_device(), reason="this machine has a sound device")
def test_ux_32_a_machine_without_a_sound_device_is_a_foreseen_failure() -> None:
    device = SoundDevice()
    for _ in range(2):
        with pytest.raises(NoSoundDevice):
            device.start(Stream(SHORT, 25))
        device.stop()


@pytest.mark.skipif(not has_device(), reason="this machine has no sound device")
def test_ux_32_a_recording_plays_on_the_device_and_is_stopped(qtbot: QtBot) -> None:
    device, stream = SoundDevice(), Stream(SHORT, 0)
    device.start(stream)
    qtbot.waitUntil(lambda: stream.is_over)
    device.stop()


def test_ux_32_nothing_of_sound_is_loaded_before_something_plays() -> None:
    code = "import sys, s2w_desktop.app, s2w_desktop.ui.interview.page; print('miniaudio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
