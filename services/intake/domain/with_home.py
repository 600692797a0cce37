"""What school and home have between them: accounts, what is agreed, contact, and what home asks for."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from services.intake.domain.case_parts import Account, Agreement, Contact, Request, RightsGiven
from services.intake.domain.linked import Linked
from shared.contracts.intake import AccountGivenV1, ContactAskedForV1, ContactLoggedV1
from shared.errors import Conflict, Forbidden, Hidden


class WithHome(Linked):
    """The part of a case that a family reads and writes in, beside the school."""

    accounts: list[Account] = Field(default_factory=list)
    agreements: list[Agreement] = Field(default_factory=list)
    contacts: list[Contact] = Field(default_factory=list)
    requests: list[Request] = Field(default_factory=list)
    rights_given: list[RightsGiven] = Field(default_factory=list)

    @property
    def first_contact_at(self) -> datetime | None:
        """When somebody at home was first reached."""
        return next((one.at for one in self.contacts if one.reached), None)

    # --- accounts ----------------------------------------------------------------------------------

    def hear_account(self, account: Account) -> None:
        """What a party told, or why the pupil was not heard; a newer version takes the older's place.

        Words that the party has confirmed stay as they are, whatever comes later.
        """
        there = self._account(account.id)
        if there is not None and there.confirmed:
            return
        self.accounts = [one for one in self.accounts if one.id != account.id] + [account]

    def write_account(self, account: Account, *, by: str, at: datetime) -> None:
        """Somebody writes down what a party tells, or writes it anew; who wrote the last words shows.

        Raises `Forbidden` once the party has confirmed it (row R16), and `Hidden` for another's words.
        """
        there = self._account(account.id)
        if there is not None and there.party_id != account.party_id:
            raise Hidden
        own_hand = there is not None and (there.written_by == by or self._is_of(there, by))
        if there is not None and own_hand and there.account == account.account:
            return
        if there is not None and there.confirmed:
            raise Forbidden("account-confirmed")
        written = account.model_copy(update={"written_by": by, "at": at})
        if there is None:
            self.accounts = [*self.accounts, written]
        else:
            kept = {"view": there.view, "told_to": there.told_to, "told_on": there.told_on}
            written = written.model_copy(update={**kept, "minutes_id": there.minutes_id})
            self.accounts = [written if one.id == account.id else one for one in self.accounts]
        self._say_given(written, "written", by, at)

    def confirm_account(self, account_id: str, by: str, at: datetime) -> None:
        """The party says: these are my words. From now on nobody writes in them; twice is once."""
        there = self._account(account_id)
        if there is None or not self._is_of(there, by) or not there.account:
            raise Hidden
        if there.confirmed_at is None:
            there.confirmed_at = at
            self._say_given(there, "confirmed", by, at)

    def accounts_of(self, party_id: str) -> list[Account]:
        return [one for one in self.accounts if self._is_of(one, party_id) and one.account]

    def account(self, account_id: str) -> Account:
        """Raises `Hidden` where there is none."""
        there = self._account(account_id)
        if there is None:
            raise Hidden
        return there

    def _account(self, account_id: str) -> Account | None:
        return next((one for one in self.accounts if one.id == account_id), None)

    def _is_of(self, account: Account, person_id: str) -> bool:
        """Minutes call the child of the case `pupil`."""
        return account.party_id == person_id or (account.party_id == "pupil" and person_id == self.pupil_id)

    def _say_given(
        self, account: Account, status: Literal["written", "confirmed"], by: str, at: datetime
    ) -> None:
        self._record(
            AccountGivenV1(
                **self._place(at, by), account_id=account.id, person_id=account.party_id, status=status
            )
        )

    # --- rights and agreements ---------------------------------------------------------------------

    def give_rights(self, given: RightsGiven) -> bool:
        """Somebody has got the text about rights; the same version twice stands once (row R33)."""
        if any((one.person_id, one.version) == (given.person_id, given.version) for one in self.rights_given):
            return False
        self.rights_given.append(given)
        return True

    def agree(self, agreement: Agreement) -> None:
        """What school and home have agreed; what home does in it is voluntary and stops nothing (row R28)."""
        self.agreements = [one for one in self.agreements if one.id != agreement.id] + [agreement]

    # --- contact with home -------------------------------------------------------------------------

    def log_contact(self, contact: Contact) -> None:
        """Somebody was in touch, or tried. It answers what that person has asked for, once reached.

        The same contact twice stands once.
        """
        if contact.id and any(one.id == contact.id for one in self.contacts):
            return
        self.contacts.append(contact)
        self._record(
            ContactLoggedV1(
                **self._place(contact.at, contact.by),
                person_id=contact.person_id,
                means=contact.means,
                reached=contact.reached,
            )
        )

    def ask_for_contact(self, request: Request) -> None:
        """The family asks for something; the same request twice stands once."""
        if any(one.id == request.id for one in self.requests):
            return
        self.requests.append(request)
        self._record(
            ContactAskedForV1(
                **self._place(request.at, request.person_id),
                request_id=request.id,
                person_id=request.person_id,
                wish=request.wish,
                owner_id=request.owner_id,
                answer_by=request.answer_by,
            )
        )

    def answer(self, request_id: str, by: str, at: datetime, text: str | None = None) -> Request:
        """What was asked for is answered; a second answer is refused, for the first has been read."""
        request = next((one for one in self.requests if one.id == request_id), None)
        if request is None:
            raise Hidden
        if request.answered_at is not None:
            raise Conflict("already-answered")
        request.answered_at, request.answered_by, request.answer = at, by, text
        return request
