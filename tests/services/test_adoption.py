"""Taking whole profiles from elsewhere into a store."""

from pathlib import Path
from uuid import uuid4

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.adoption import Adoption
from s2w_desktop.services.adoption import adopt as adopt_into
from s2w_desktop.services.workplace import Workplace
from tests.services.places import Place, answers_of, revisions_of


def adopt(laptop: Workplace, profile: Profile) -> tuple[Adoption, str]:
    return adopt_into(interviews=laptop.interviews, questionnaire=QUESTIONNAIRE, station=laptop.station, profile=profile)


def somebody(**answers: str) -> Profile:
    profile = Profile(ProfileId(uuid4()))
    for name, answer in answers.items():
        profile = answered(QUESTIONNAIRE, profile, name.replace("__", "."), answer)
    return profile


def test_what_the_laptop_knows_is_filled_in(laptop: Workplace) -> None:
    adoption, number = adopt(laptop, somebody(identity__sex="F", record__centre="Lesvos"))
    profile = laptop.interviews.read(laptop.interviews.find(number))
    assert adoption is Adoption.ADDED
    assert (profile.text("record.centre"), profile.text("record.host_country")) == ("Lesvos", "GRC")
    assert len(list(revisions_of(laptop))) == 1


def test_the_same_profile_again_changes_nothing(laptop: Workplace) -> None:
    _, number = adopt(laptop, somebody(identity__sex="F"))
    again = somebody(identity__sex="F", record__case_number=number)
    assert adopt(laptop, again) == (Adoption.UNCHANGED, number)
    assert len(list(revisions_of(laptop))) == 1


def test_other_answers_under_a_known_number_overwrite_nothing(laptop: Workplace) -> None:
    _, number = adopt(laptop, somebody(identity__sex="F"))
    before = answers_of(laptop)
    assert adopt(laptop, somebody(identity__sex="M", record__case_number=number)) == (Adoption.NUMBER_TAKEN, number)
    assert answers_of(laptop) == before


def test_training_data_and_real_data_never_mix(laptop: Workplace, tmp_path: Path) -> None:
    trainee = Place(tmp_path / "trainee", Role.FIELD, training=True).open()
    assert adopt(laptop, somebody(record__training="yes"))[0] is Adoption.TRAINING_MIXED
    assert adopt(trainee, somebody(record__training="no"))[0] is Adoption.TRAINING_MIXED
    _, number = adopt(trainee, somebody(identity__sex="F"))
    assert trainee.interviews.read(trainee.interviews.find(number)).text("record.training") == "yes"
    trainee.close()
