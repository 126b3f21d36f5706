"""The address of a store on a server: understood exactly, never with a password, never to another machine without encryption."""

import pytest

from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.domain.server_errors import BadAddress, PasswordInAddress, UnsafeAddress


def parameters(text: str) -> dict[str, str]:
    return dict(ServerAddress.parse(text).parameters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "postgresql+psycopg://anna@db.example.org:5433/s2w?sslmode=verify-full&sslrootcert=/etc/ca.pem",
            {
                "user": "anna",
                "host": "db.example.org",
                "port": "5433",
                "dbname": "s2w",
                "sslmode": "verify-full",
                "sslrootcert": "/etc/ca.pem",
            },
        ),
        ("postgresql://anna@localhost/s2w", {"user": "anna", "host": "localhost", "dbname": "s2w"}),
        ("postgresql+psycopg://anna@[::1]:5432/s2w", {"user": "anna", "host": "::1", "port": "5432", "dbname": "s2w"}),
        ("postgresql+psycopg:///s2w?host=/run/postgresql", {"host": "/run/postgresql", "dbname": "s2w"}),
        ("postgresql+psycopg://a%40b@127.0.0.2/s%20w", {"user": "a@b", "host": "127.0.0.2", "dbname": "s w"}),
    ],
)
def test_an_address_is_what_libpq_connects_by(text: str, expected: dict[str, str]) -> None:
    assert parameters(text) == expected
    assert str(ServerAddress.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["postgresql+psycopg://db.example.org/s2w", "postgresql:///s2w", "postgresql:///?service=office"]
)
def test_a_way_that_may_leave_this_machine_checks_the_certificate_unless_something_else_is_said(text: str) -> None:
    assert parameters(text)["sslmode"] == "verify-full"
    assert parameters(f"{text}{'&' if '?' in text else '?'}sslmode=require")["sslmode"] == "require"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
@pytest.mark.parametrize(
    "host", ["db.example.org", "192.0.2.7", "localhost,db.example.org", "localhost.example.org", "@abstract"]
)
def test_a_way_to_another_machine_is_encrypted(host: str, mode: str) -> None:
    with pytest.raises(UnsafeAddress):
        ServerAddress.parse(f"postgresql+psycopg:///s2w?host={host}&sslmode={mode}")
    assert parameters(f"postgresql+psycopg://localhost/s2w?sslmode={mode}")["sslmode"] == mode


@pytest.mark.parametrize(
    "text",
    [
        "postgresql+psycopg://anna:secret@localhost/s2w",
        "postgresql+psycopg://anna:@localhost/s2w",
        "postgresql://anna@localhost/s2w?password=secret",
        "postgresql://anna@localhost/s2w?sslpassword=secret",
    ],
)
def test_a_password_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(PasswordInAddress) as refused:
        ServerAddress.parse(text)
    assert "secret" not in repr(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "postgres://localhost/s2w",
        "postgresql+psycopg2://localhost/s2w",
        "postgresql+psycopg://localhost:port/s2w",
        "postgresql+psycopg://localhost:99999/s2w",
        "postgresql+psycopg://localhost/s2w/more",
        "postgresql+psycopg://localhost/s2w#there",
        "postgresql+psycopg://localhost/s2w?options=-c%20fsync%3Doff",
        "postgresql+psycopg://localhost/s2w?sslmode=strict",
        "postgresql+psycopg://localhost/s2w?sslmode=require&sslmode=disable",
        "postgresql+psycopg://localhost/s2w?sslmode=",
        "postgresql+psycopg://localhost/s2w?host",
        "postgresql+psycopg://localhost/s2w?host=db.example.org",
        "postgresql+psycopg://local host/s2w",
        "postgresql+psycopg://localhost/s2w\n",
        "postgresql+psycopg://[::1/s2w",
        "mysql://localhost/s2w",
        "sqlite:///s2w",
        "somewhere",
    ],
)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        ServerAddress.parse(text)


def test_every_way_to_one_database_has_one_folder_on_this_machine() -> None:
    one = ServerAddress.parse("postgresql+psycopg://anna@localhost/s2w")
    assert one.folder_name == ServerAddress.parse("postgresql://ben@localhost/s2w?sslmode=require").folder_name
    assert one.folder_name != ServerAddress.parse("postgresql+psycopg://anna@localhost/other").folder_name
    assert one.folder_name.isalnum()
