"""The code and the phrase of somebody who tells without a name.

Both follow from a secret of ours and the key of the form they sent, so that a repeat shows the same. What
is stored of the phrase is a slow hash. 256 words, six of them: 48 bits, on top of a code of 40 bits that is
not listed anywhere, with tries that are slowed down for each code.
"""

import hashlib
import hmac
from typing import NamedTuple

_LIST = """
adler album anker ansikt aprikos april arkiv avis bakeri ball bambus banan basar bille bjelle bjørk
bjørn blad blomst blyant bok bolle bonde bord bris brikke bro brød brus bukse busk buss bær bølge båt
celle dal dans delfin dialekt diamant dis drage drue due dyne dør egg eikenøtt elg elv eng ert fakkel
familie fane farge fasan fele felt finger fisk fjell fjord fjær flagg flaske flis flokk flue fløyte fole
foss fot fregne frosk frukt fugl fyr gaffel gave geit gitar gjerde gjøk glass gran gras grein grotte
gruve gryte gull gulrot gård hage hammer hane hare hatt hav hegg helg hest himmel hjelm hjort honning
horn hus hval hvete hytte høst høne jakke jord jul kaffe kake kalender kanel kano kant kasse katt kiosk
kirke kjele klippe klokke klut knapp kokos kompass konge korg krabbe krans krone krukke kveld kvist kyst
lam lampe lås laks leire lerke lilje linje lomme lue luft lykt lyng løk løve mai mandel mane mars maur
medalje melk mel melodi midje mose motor mur måke måne nakke navn nebb nese nisse nordlys note november
nøkkel nøtt oase olje oktober ost ovn panda papir park perle pil pinne plomme plen potet prikk pute pære
radio ramme rede regn rein reke ring rips ris rose rot rygg rype rådyr salat sand sau sekk seil sild
sirkus sjokolade sjø ski skje skog sko skjell sky slange slott smed smør snegl snø sol spade speil spor
stein stjerne stol storm strand strikk strøm støvel svale svamp svane sykkel syltetøy tak tang tavle
"""
WORDS = tuple(_LIST.split())
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PHRASE_WORDS = 6
_CODE_BYTES = 8
# 32 MB and about a fifth of a second: nothing for one person, much for who would try them all.
_COST, _BLOCK, _LANES, _MEMORY = 2**15, 8, 3, 64 * 1024 * 1024


class Opening(NamedTuple):
    """What the person gets to come back with; shown once, and again only to the same form."""

    code: str
    phrase: str
    salt: str


def opening_of(secret: bytes) -> Opening:
    """Thirty-two unpredictable bytes as a code, a phrase and a salt."""
    drawn = hashlib.blake2b(secret, digest_size=32, person=b"samspill-tell").digest()
    letters = "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in drawn[:_CODE_BYTES])
    rest = drawn[_CODE_BYTES:]
    phrase = " ".join(WORDS[byte] for byte in rest[:PHRASE_WORDS])
    return Opening(f"{letters[:4]}-{letters[4:]}", phrase, rest[PHRASE_WORDS:].hex())


def hashed(phrase: str, salt: str) -> str:
    """The slow hash; takes a fifth of a second of one core, so not on the loop."""
    told = " ".join(phrase.lower().replace(",", " ").replace("-", " ").split())
    made = hashlib.scrypt(
        told.encode(), salt=bytes.fromhex(salt), n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32
    )
    return made.hex()


def fits(phrase: str, salt: str, stored: str) -> bool:
    return hmac.compare_digest(hashed(phrase, salt), stored)
