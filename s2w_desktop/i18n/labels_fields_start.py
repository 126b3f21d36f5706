"""Words of the fields about the agreement and the talk, by `section.field`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.field_words import FieldWords
from s2w_desktop.i18n.marks import in_context as pgettext

START_FIELDS: Final[Mapping[str, FieldWords]] = {
    "consent.create_profile": FieldWords(
        pgettext("question", "May we write a skills profile together with you?"), pgettext("field", "Write the profile")
    ),
    "consent.keep_on_device": FieldWords(
        pgettext("question", "May we keep it, locked, on this computer?"), pgettext("field", "Keep on this computer")
    ),
    "consent.send_with_name": FieldWords(
        pgettext("question", "May we send it to our headquarters with your name?"), pgettext("field", "Send with name")
    ),
    "consent.send_for_figures": FieldWords(
        pgettext("question", "May we send it without your name, for figures only?"),
        pgettext("field", "Send without name, for figures"),
    ),
    "consent.pass_to_office": FieldWords(
        pgettext("question", "May we pass it on to the office that receives you?"),
        pgettext("field", "Pass on to the receiving office"),
    ),
    "consent.refer_to_partner": FieldWords(
        pgettext("question", "May we speak about you with partners that can help?"), pgettext("field", "Refer to a partner")
    ),
    "consent.contact_later": FieldWords(
        pgettext("question", "May we contact you again later?"), pgettext("field", "Contact later")
    ),
    "consent.attach_copies": FieldWords(
        pgettext("question", "May we keep copies of your documents?"), pgettext("field", "Keep copies of documents")
    ),
    "consent.photo": FieldWords(pgettext("question", "May we keep a photo of you?"), pgettext("field", "Keep a photo")),
    "consent.story": FieldWords(
        pgettext("question", "May we tell your story to others, without your name?"), pgettext("field", "Tell the story")
    ),
    "consent.europass": FieldWords(
        pgettext("question", "May we make a file for you for the website Europass?"),
        pgettext("field", "Make a Europass file"),
    ),
    "agreement.mode": FieldWords(pgettext("question", "How was all this explained?"), pgettext("field", "How it was explained")),
    "agreement.method": FieldWords(pgettext("question", "How was the agreement given?"), pgettext("field", "How it was agreed")),
    "agreement.witness_role": FieldWords(
        pgettext("question", "In which role was the witness there?"), pgettext("field", "Role of the witness")
    ),
    "agreement.given_by": FieldWords(pgettext("question", "Who agreed?"), pgettext("field", "Who agreed")),
    "agreement.child_assent": FieldWords(
        pgettext("question", "Does the young person agree too?"), pgettext("field", "The young person agrees")
    ),
    "agreement.signed_form_file": FieldWords(
        pgettext("question", "May we keep a copy of the form that you signed?"), pgettext("field", "Signed form")
    ),
    "agreement.legal_basis": FieldWords(
        pgettext("question", "On which legal ground is the profile kept?"), pgettext("field", "Legal ground")
    ),
    "agreement.partners_named": FieldWords(
        pgettext("question", "Which partners were named?"), pgettext("field", "Partners named")
    ),
    "agreement.valid_until": FieldWords(
        pgettext("question", "Until when does the agreement hold?"), pgettext("field", "Agreement valid until")
    ),
    "agreement.withdrawn_on": FieldWords(
        pgettext("question", "When was the agreement taken back?"), pgettext("field", "Taken back on")
    ),
    "agreement.withdrawal_reason": FieldWords(
        pgettext("question", "Why was it taken back? It need not be said."), pgettext("field", "Why it was taken back")
    ),
    "session.stage": FieldWords(pgettext("question", "At which point of the way do we talk?"), pgettext("field", "Stage")),
    "session.programme": FieldWords(pgettext("question", "Through which programme do you come?"), pgettext("field", "Programme")),
    "session.interview_mode": FieldWords(pgettext("question", "How do we talk?"), pgettext("field", "Way of talking")),
    "session.interview_language": FieldWords(
        pgettext("question", "In which language do we talk?"), pgettext("field", "Interview language")
    ),
    "session.interpreter_used": FieldWords(
        pgettext("question", "Does someone interpret for us?"), pgettext("field", "Interpreter")
    ),
    "session.interpreter_code": FieldWords(
        pgettext("question", "Which code does the interpreter have?"), pgettext("field", "Interpreter's code")
    ),
    "session.interpreter_gender_ok": FieldWords(
        pgettext("question", "Are you at ease with the interpreter being a man or a woman?"),
        pgettext("field", "At ease with the interpreter"),
    ),
    "session.place_type": FieldWords(pgettext("question", "Where do we talk?"), pgettext("field", "Place of the talk")),
    "session.private_space": FieldWords(
        pgettext("question", "Can we talk without others listening?"), pgettext("field", "Nobody listens")
    ),
    "session.break_taken": FieldWords(pgettext("question", "Was there a break?"), pgettext("field", "Break taken")),
    "session.distress_observed_stop": FieldWords(
        pgettext("question", "Was the talk stopped because it became too hard?"), pgettext("field", "Stopped because of distress")
    ),
    "session.note": FieldWords(pgettext("question", "What else matters about this talk?"), pgettext("field", "Note on the talk")),
}
