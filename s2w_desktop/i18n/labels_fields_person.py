"""Words of the fields about the person, residence and contact, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords, Unit
from s2w_desktop.i18n.marks import in_context as pgettext

PERSON_FIELDS: Final[Mapping[str, FieldWords]] = {
    "identity.given_names": FieldWords(pgettext("question", "What is your given name?"), pgettext("field", "Given names")),
    "identity.family_names": FieldWords(pgettext("question", "What is your family name?"), pgettext("field", "Family names")),
    "identity.name_original": FieldWords(
        pgettext("question", "How do you write your name in your own script?"), pgettext("field", "Name in own script")
    ),
    "identity.name_script": FieldWords(pgettext("question", "In which script is that?"), pgettext("field", "Script of the name")),
    "identity.other_names": FieldWords(pgettext("question", "Which other names do you use?"), pgettext("field", "Other names")),
    "identity.preferred_name": FieldWords(
        pgettext("question", "How would you like to be called?"), pgettext("field", "Preferred name")
    ),
    "identity.date_of_birth": FieldWords(
        pgettext("question", "When were you born? The year is enough."), pgettext("field", "Date of birth")
    ),
    "identity.age_stated": FieldWords(pgettext("question", "How old are you, about?"), pgettext("field", "Age"), Unit.YEARS),
    "identity.sex": FieldWords(pgettext("question", "What may we note as your sex?"), pgettext("field", "Sex")),
    "identity.nationality": FieldWords(pgettext("question", "What is your nationality?"), pgettext("field", "Nationality")),
    "identity.other_nationalities": FieldWords(
        pgettext("question", "Do you have other nationalities?"), pgettext("field", "Other nationalities")
    ),
    "identity.country_of_birth": FieldWords(
        pgettext("question", "In which country were you born?"), pgettext("field", "Country of birth")
    ),
    "identity.country_of_origin": FieldWords(
        pgettext("question", "In which country did you live before you left?"), pgettext("field", "Country before leaving")
    ),
    "identity.place_of_birth": FieldWords(
        pgettext("question", "In which place were you born?"), pgettext("field", "Place of birth")
    ),
    "identity.photo": FieldWords(pgettext("question", "Which photo of you shall we keep?"), pgettext("field", "Photo")),
    "identity_document.type": FieldWords(
        pgettext("question", "Which identity document do you have?"), pgettext("field", "Identity document")
    ),
    "identity_document.issuing_country": FieldWords(
        pgettext("question", "Which country issued it?"), pgettext("field", "Issued by")
    ),
    "identity_document.expiry": FieldWords(pgettext("question", "Until when is it valid?"), pgettext("field", "Valid until")),
    "contact.safe_to_contact": FieldWords(
        pgettext("question", "Is it safe for you when we contact you?"), pgettext("field", "Safe to contact")
    ),
    "contact.safe_arrangement": FieldWords(
        pgettext("question", "What did we agree about contacting you?"), pgettext("field", "What was agreed")
    ),
    "contact.preferred_channel": FieldWords(
        pgettext("question", "How is it best to reach you?"), pgettext("field", "Best way of contact")
    ),
    "contact.preferred_language": FieldWords(
        pgettext("question", "In which language should we write or call?"), pgettext("field", "Language of contact")
    ),
    "contact.email": FieldWords(pgettext("question", "What is your e-mail address?"), pgettext("field", "E-mail")),
    "contact.second_email": FieldWords(
        pgettext("question", "Do you have a second e-mail address?"), pgettext("field", "Second e-mail")
    ),
    "contact.address": FieldWords(pgettext("question", "Where do you live now?"), pgettext("field", "Address")),
    "contact.region": FieldWords(pgettext("question", "In which region is that?"), pgettext("field", "Region")),
    "contact.third_person": FieldWords(
        pgettext("question", "Whom may we ask when we cannot reach you?"), pgettext("field", "Other person to contact")
    ),
    "contact.third_person_agreed": FieldWords(
        pgettext("question", "Does that person agree?"), pgettext("field", "The other person agrees")
    ),
    "phone.number": FieldWords(
        pgettext("question", "What is the phone number, with country code?"), pgettext("field", "Phone number")
    ),
    "phone.channel": FieldWords(pgettext("question", "How should we use this number?"), pgettext("field", "Use of the number")),
    "phone.shared_with_family": FieldWords(
        pgettext("question", "Do others in the family use this number too?"), pgettext("field", "Shared with the family")
    ),
    "status.legal_status": FieldWords(
        pgettext("question", "What is your residence status today?"), pgettext("field", "Residence status")
    ),
    "status.status_country": FieldWords(
        pgettext("question", "Which country gave you this status?"), pgettext("field", "Country of the status")
    ),
    "status.status_since": FieldWords(
        pgettext("question", "Since when do you have this status?"), pgettext("field", "Status since")
    ),
    "status.permit_valid_until": FieldWords(
        pgettext("question", "Until when is your permit valid?"), pgettext("field", "Permit valid until")
    ),
    "status.right_to_work": FieldWords(pgettext("question", "Are you allowed to work here?"), pgettext("field", "Right to work")),
    "status.work_from": FieldWords(pgettext("question", "From when may you work?"), pgettext("field", "May work from")),
    "status.arrival_host_country": FieldWords(
        pgettext("question", "When did you arrive in this country?"), pgettext("field", "Arrival in this country")
    ),
    "status.arrival_eu": FieldWords(
        pgettext("question", "When did you first arrive in the European Union?"),
        pgettext("field", "Arrival in the European Union"),
    ),
    "status.destination_country": FieldWords(
        pgettext("question", "To which country will you travel?"), pgettext("field", "Country of destination")
    ),
    "status.expected_departure": FieldWords(
        pgettext("question", "When will you travel, as far as is known?"), pgettext("field", "Expected departure")
    ),
    "status.accommodation": FieldWords(pgettext("question", "How do you live here?"), pgettext("field", "Accommodation")),
    "country_lived.country": FieldWords(pgettext("question", "In which country did you live?"), pgettext("field", "Country")),
    "country_lived.start": FieldWords(pgettext("question", "From when?"), pgettext("field", "From")),
    "country_lived.end": FieldWords(pgettext("question", "Until when?"), pgettext("field", "To")),
    "country_lived.worked": FieldWords(pgettext("question", "Did you work there?"), pgettext("field", "Worked there")),
    "country_lived.studied": FieldWords(
        pgettext("question", "Did you go to school or study there?"), pgettext("field", "Studied there")
    ),
    "household.family_situation": FieldWords(
        pgettext("question", "With whom do you live here?"), pgettext("field", "Lives with")
    ),
    "household.children_0_5": FieldWords(
        pgettext("question", "How many children of up to 5 years live with you?"),
        pgettext("field", "Children of up to 5 years"),
        Unit.CHILDREN,
    ),
    "household.children_6_14": FieldWords(
        pgettext("question", "How many children of 6 to 14 years live with you?"),
        pgettext("field", "Children of 6 to 14 years"),
        Unit.CHILDREN,
    ),
    "household.children_15_17": FieldWords(
        pgettext("question", "How many children of 15 to 17 years live with you?"),
        pgettext("field", "Children of 15 to 17 years"),
        Unit.CHILDREN,
    ),
    "household.childcare_available": FieldWords(
        pgettext("question", "Can someone look after the children during a course or work?"), pgettext("field", "Child care")
    ),
    "household.cares_for_adult": FieldWords(
        pgettext("question", "Do you care for an adult who needs help?"), pgettext("field", "Cares for an adult")
    ),
    "household.dependants_abroad": FieldWords(
        pgettext("question", "Do people abroad depend on you?"), pgettext("field", "Dependants abroad")
    ),
}
