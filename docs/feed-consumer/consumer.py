#!/usr/bin/env python3
"""A consumer of the feed of the dishonesty lists: keeps a copy of the published lists in one file (docs/feed.md).

    python3 docs/feed-consumer/consumer.py --api http://127.0.0.1:4000 --file copy.json [--from-snapshot] [--once]
        [--wait SECONDS] [--token TOKEN] [--keys http://address-of-the-publisher, where --api is a mirror]

It needs Python 3.8 and nothing else. With the package cryptography it checks the signatures; without it says that it does
not. It ends with 3 where what was received is not what was signed, or does not fit: a person has to look.
"""
import argparse
import base64
import hashlib
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

PARSER = argparse.ArgumentParser()
PARSER.add_argument("--api", default="http://127.0.0.1:4000")
PARSER.add_argument("--file", default="copy.json")
PARSER.add_argument("--keys")
PARSER.add_argument("--token")
PARSER.add_argument("--wait", type=int, default=10)
PARSER.add_argument("--from-snapshot", action="store_true")
PARSER.add_argument("--once", action="store_true")
OPTIONS = PARSER.parse_args()

# Where more of a copy differs, the whole list is taken.
MOST_ROWS, MOST_BUCKETS = 16, 64


class Broken(Exception):
    """Something is wrong with what was received: a copy must not be trusted, and a person has to look."""


def say(line):
    print(line, file=sys.stderr, flush=True)


# ── the copy: cursor and lines change together, or not at all ─────────────────────────────────────────────────────────
def load():
    if not os.path.exists(OPTIONS.file):
        return None
    with open(OPTIONS.file, encoding="utf-8") as file:
        return json.load(file)


def save(copy):
    """Whole and on the disk under another name first, then in place in one step: a kill leaves the old one or the new one."""
    with open(OPTIONS.file + ".new", "w", encoding="utf-8") as file:
        json.dump(copy, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(OPTIONS.file + ".new", OPTIONS.file)


# ── what is received is checked ───────────────────────────────────────────────────────────────────────────────────────
def sha256(data):
    return hashlib.sha256(data).digest()


def bucket_of(listing_id):
    return int.from_bytes(sha256(listing_id.encode())[:2], "big")


def tree_of(lines):
    """The hash tree over a list: 256 rows of 256 buckets, a line in the bucket of the first two bytes of its id's SHA-256."""
    buckets = {}
    for listing_id in sorted(lines, key=str.encode):
        buckets[bucket_of(listing_id)] = buckets.get(bucket_of(listing_id), b"\x00") + sha256(lines[listing_id].encode())
    leaves = [sha256(b"\x00")] * 65_536
    for bucket, parts in buckets.items():
        leaves[bucket] = sha256(parts)
    rows = [sha256(b"\x01" + b"".join(leaves[row * 256:row * 256 + 256])) for row in range(256)]
    return sha256(b"\x01" + b"".join(rows)).hex(), rows, leaves


def from_base64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


KEYS = {}


def key_of(kid):
    """A key that is not known is asked for once more: keys are renewed from time to time."""
    if kid not in KEYS:
        say(f"taking the published keys, for {kid}")
        with request("/.well-known/jwks.json", source=OPTIONS.keys or OPTIONS.api) as answer:
            KEYS.update({key["kid"]: key for key in json.load(answer)["keys"]})
    return KEYS.get(kid)


def check_signature(signature, signed, what):
    """A detached JWS: the header, nothing, the signature; what is signed is put together from the values that were received."""
    if not signature:
        raise Broken(f"{what} is not signed")
    if Ed25519PublicKey is None:
        return
    header, _, made = signature.split(".")
    kid = json.loads(from_base64(header))["kid"]
    key = key_of(kid)
    if key is None:
        raise Broken(f"{what} is signed with a key that is not published: {kid}")
    text = json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode()
    payload = base64.urlsafe_b64encode(text).decode().rstrip("=")
    try:
        Ed25519PublicKey.from_public_bytes(from_base64(key["x"])).verify(from_base64(made), f"{header}.{payload}".encode())
    except InvalidSignature:
        raise Broken(f"the signature of {what} is wrong") from None


def check_proof(proof, cursor, listed, root, sequence, what):
    """What the list is, signed: whoever swaps the list on its way must forge this."""
    statement = {"algorithm": "SHA-256/256x256/1", "cursor": cursor, "feed": "dishonesty",
                 "listed": listed, "root": root, "sequence": sequence}
    check_signature(proof, statement, what)


CHANGE = ["sequence", "kind", "at", "listingId", "list", "subjectUscc", "reason", "stopUseBy", "line"]


def check_page(page):
    rows = [[change[name] for name in CHANGE] for change in page["changes"]]
    check_signature(page["signature"], [page["next"], page["caughtUp"], page["digest"], rows], "the page")
    check_proof(page["proof"], page["next"], page["listed"], page["root"], page["endSequence"], "the page")


# ── the feed ──────────────────────────────────────────────────────────────────────────────────────────────────────────
QUERY = """query ($after: String, $wait: Int) { dishonestyChanges(after: $after, first: 500, waitSeconds: $wait) { __typename
  ... on DishonestyChangePage { changes { sequence kind at listingId list subjectUscc reason stopUseBy line }
    next caughtUp floorSequence endSequence listed digest signature root proof }
  ... on CursorExpired { restartAfter }
  ... on CursorInvalid { message }
} dishonestyFeed { headSequence } }"""


def request(path, body=None, source=None):
    """What was asked too often is asked again when the server says so: nothing is lost by it."""
    headers = {"content-type": "application/json"}
    if OPTIONS.token:
        headers["authorization"] = f"Bearer {OPTIONS.token}"
    while True:
        asked = urllib.request.Request((source or OPTIONS.api).rstrip("/") + path, data=body, headers=headers)
        try:
            return urllib.request.urlopen(asked, timeout=60)
        except urllib.error.HTTPError as error:
            if error.code != 429:
                raise
            seconds = max(1, int(error.headers.get("retry-after") or 1))
            say(f"asked too often: waiting {seconds} s")
            time.sleep(seconds)


def query(text, **variables):
    with request("/graphql", json.dumps({"query": text, "variables": variables}).encode()) as answer:
        answered = json.load(answer)
    if not answered.get("data") or answered.get("errors"):
        raise OSError(f"the feed does not answer: {answered.get('errors')}")
    return answered["data"]


def id_of(line):
    return json.loads(line)["id"]


def from_snapshot():
    """The whole list at once, with the cursor to go on after."""
    say("taking the whole list")
    with request("/feeds/dishonesty.ndjson") as answer:
        header = {name.lower(): value for name, value in answer.headers.items()}
        text = answer.read().decode()
    cursor, sequence, root = header["x-feed-cursor"], header["x-feed-sequence"], header["x-feed-root"]
    check_proof(header.get("x-feed-proof"), cursor, int(header["x-feed-listed"]), root, sequence, "the snapshot")
    lines = {id_of(line): line for line in text.split("\n") if line}
    if tree_of(lines)[0] != root:
        raise Broken("the snapshot is not the list that was signed")
    return {"cursor": cursor, "sequence": sequence, "caughtUp": False, "lines": lines}


def begin(cursor):
    if OPTIONS.from_snapshot:
        return from_snapshot()
    say("walking the feed from its beginning")
    return {"cursor": cursor, "sequence": "0", "caughtUp": False, "lines": {}}


def mend(lines):
    """A copy that differs: which rows, then which buckets of them; only the lines of those are asked for again. None where it is too much."""
    _, own_rows, own_leaves = tree_of(lines)
    rows = [each["row"] for each in query("{ dishonestyBuckets { row hash } }")["dishonestyBuckets"]
            if own_rows[each["row"]].hex() != each["hash"]]
    if len(rows) > MOST_ROWS:
        return None
    leaves = query("query ($rows: [Int!]) { dishonestyBuckets(rows: $rows) { row bucket hash } }", rows=rows)
    numbers = [(each["row"] * 256 + each["bucket"], each["hash"]) for each in leaves["dishonestyBuckets"]]
    buckets = [number for number, theirs in numbers if own_leaves[number].hex() != theirs]
    if len(buckets) > MOST_BUCKETS:
        return None
    right = query("query ($buckets: [Int!]!) { dishonestyLines(buckets: $buckets) }", buckets=buckets)["dishonestyLines"]
    say(f"the copy differed in {len(buckets)} of 65536 buckets: their {len(right)} lines are taken again")
    kept = {listing_id: line for listing_id, line in lines.items() if bucket_of(listing_id) not in buckets}
    return {**kept, **{id_of(line): line for line in right}}


def check_gap(last, following, floor):
    """No change is missing: between two numbers only what was cleaned up, which the page says to lie at or below its floor."""
    if following <= last:
        raise Broken(f"change {following} came after {last}: it came twice")
    if following - 1 > max(last, floor):
        raise Broken(f"change {following} came after {last}, and only up to {floor} may any be missing")


def apply(copy, page):
    """Brings the copy to a page. A change without a line takes the listing away, whatever it says: nothing may be kept of it."""
    lines, sequence, floor = dict(copy["lines"]), int(copy["sequence"]), int(page["floorSequence"])
    for change in page["changes"]:
        check_gap(sequence, int(change["sequence"]), floor)
        sequence = int(change["sequence"])
        if change["line"] is None:
            lines.pop(change["listingId"], None)
        else:
            lines[change["listingId"]] = change["line"]
    if int(page["endSequence"]) != sequence:
        check_gap(sequence, int(page["endSequence"]) + 1, floor)
    return {"cursor": page["next"], "sequence": page["endSequence"], "caughtUp": page["caughtUp"], "lines": lines}


class Follower:
    """While a copy is made anew, the old one stays in its place: it is old, but whole."""
    replacing = False
    verified = None
    mended = 0

    def checked(self, copy, page):
        """The whole list, once it is caught up: against the root that was signed."""
        if not copy["caughtUp"] or (page["root"] == self.verified and not page["changes"]):
            return copy
        if tree_of(copy["lines"])[0] == page["root"]:
            self.verified, self.mended = page["root"], 0
            return copy
        self.mended += 1
        if self.mended > 3:
            raise Broken(f"the copy is not whole at change {copy['sequence']}: delete it and begin anew")
        lines = mend(copy["lines"])
        if lines is None:
            say("the copy differs in too much")
            return from_snapshot()
        return {**copy, "caughtUp": False, "lines": lines}

    def step(self, copy):
        answer = query(QUERY, after=copy["cursor"], wait=0 if OPTIONS.once else OPTIONS.wait)
        page = answer["dishonestyChanges"]
        if page["__typename"] == "CursorExpired":
            # what was dropped of the feed may hold tombstones: nothing of the old copy can be trusted
            say("the cursor is too old: a new copy is made, and takes the place of the old one once it is whole")
            self.replacing = True
            return begin(page["restartAfter"])
        if page["__typename"] == "CursorInvalid":
            raise Broken(page["message"])
        check_page(page)
        if page["changes"]:
            say(f"{len(page['changes'])} changes, up to {page['endSequence']} of {answer['dishonestyFeed']['headSequence']}")
        return self.checked(apply(copy, page), page)

    def follow(self):
        copy = load()
        while True:
            try:
                copy = copy or begin(None)
                before, copy = copy, self.step(copy)
                moved = (before["cursor"], before["caughtUp"]) != (copy["cursor"], copy["caughtUp"])
                self.replacing = self.replacing and not copy["caughtUp"]
                if moved and not self.replacing:
                    save(copy)
                if moved and copy["caughtUp"]:
                    say(f"{len(copy['lines'])} listings, as of change {copy['sequence']}{UNCHECKED}")
                if copy["caughtUp"] and OPTIONS.once:
                    return
            except FAULTS as error:
                if OPTIONS.once:
                    raise
                # the server or the network: asked again from the same place
                say(f"{error}: asking again")
                time.sleep(0.5)


FAULTS = (OSError, ValueError, http.client.HTTPException)
UNCHECKED = "" if Ed25519PublicKey else "; its signatures were NOT checked: the package cryptography is not installed"
try:
    Follower().follow()
except (Broken, *FAULTS) as ended:
    say(ended)
    sys.exit(3 if isinstance(ended, Broken) else 1)
