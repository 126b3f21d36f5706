"""The sound device of this machine. This module alone knows miniaudio, and loads it when something is played."""

from typing import TYPE_CHECKING

from s2w_desktop.domain.errors import NoSoundDevice

if TYPE_CHECKING:
    import miniaudio

    from s2w_desktop.sound.stream import Stream

_BUFFER_MS, _BUFFERS = 40, 2  # what was given already is still heard when the device is stopped
_VOID = "Null"  # the device of miniaudio that nobody hears; some machines offer no other


class SoundDevice:
    """Opens the first device for each recording, and closes it afterwards: nothing of ours holds it in between."""

    def __init__(self) -> None:
        self._device: miniaudio.PlaybackDevice | None = None

    def start(self, stream: "Stream") -> None:
        """Play a stream from now on. Raises NoSoundDevice where the machine has none, or does not give it."""
        import miniaudio  # start-up: a tenth of a second that most sessions never need

        self.stop()
        source = stream.frames()
        next(source)
        try:
            self._device = device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=stream.channels,
                sample_rate=stream.rate,
                buffersize_msec=_BUFFER_MS,
                callback_periods=_BUFFERS,
            )
            device.start(source)
        except miniaudio.MiniaudioError as cause:
            self.stop()
            raise NoSoundDevice from cause
        if device.backend == _VOID:
            self.stop()
            raise NoSoundDevice

    def stop(self) -> None:
        """Close the device, if it is open."""
        device, self._device = self._device, None
        if device is not None:
            device.close()
