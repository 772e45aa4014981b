import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.*;
import java.nio.channels.FileChannel;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.stream.*;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A consumer of the feed of the dishonesty lists: keeps a copy of the published lists in one file (docs/feed.md). It needs
 * Java 17 and nothing else.
 *
 * java docs/feed-consumer/Consumer.java --api http://127.0.0.1:4000 --file copy.json [--from-snapshot] [--once]
 *   [--wait SECONDS] [--token TOKEN] [--keys http://address-of-the-publisher, where --api is a mirror]
 *
 * It ends with 3 where what was received is not what was signed, or does not fit: a person has to look.
 */
public class Consumer {
    /** Something is wrong with what was received: a copy must not be trusted, and a person has to look. */
    static class Broken extends RuntimeException {
        Broken(String why) { super(why); }
    }

    /** Cursor and lines change together, or not at all. */
    record Copy(String cursor, String sequence, boolean caughtUp, SortedMap<String, String> lines) {}

    record Tree(String root, List<byte[]> rows, List<byte[]> leaves) {}

    static final Map<String, String> options = new HashMap<>(Map.of("api", "http://127.0.0.1:4000", "file", "copy.json", "wait", "10"));
    static final HttpClient http = HttpClient.newHttpClient();
    static final HexFormat HEX = HexFormat.of();
    /** Where more of a copy differs, the whole list is taken. */
    static final int MOST_ROWS = 16, MOST_BUCKETS = 64;

    public static void main(String[] args) throws Exception {
        for (int at = 0; at < args.length; at++) {
            String name = args[at].substring(2);
            options.put(name, Set.of("once", "from-snapshot").contains(name) ? "yes" : args[++at]);
        }
        try {
            follow();
        } catch (Broken | IOException | NotJson error) {
            say(error instanceof IOException ? error.toString() : error.getMessage());
            System.exit(error instanceof Broken ? 3 : 1);
        }
    }

    static void say(String line) { System.err.println(line); }

    // ── the copy ─────────────────────────────────────────────────────────────────────────────────────────────────────
    static Copy load() throws IOException {
        Path file = Path.of(options.get("file"));
        if (!Files.exists(file)) return null;
        Map<String, Object> kept = object(read(Files.readString(file)));
        SortedMap<String, String> lines = empty();
        object(kept.get("lines")).forEach((id, line) -> lines.put(id, (String) line));
        return new Copy((String) kept.get("cursor"), (String) kept.get("sequence"), (Boolean) kept.get("caughtUp"), lines);
    }

    /** Whole and on the disk under another name first, then in place in one step: a kill leaves the old one or the new one. */
    static void save(Copy copy) throws IOException {
        Path draft = Path.of(options.get("file") + ".new");
        Map<String, Object> kept = new HashMap<>(Map.of("sequence", copy.sequence, "caughtUp", copy.caughtUp, "lines", copy.lines));
        kept.put("cursor", copy.cursor);
        Files.writeString(draft, write(kept));
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(draft, Path.of(options.get("file")), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** By the bytes of their ids, as the tree has them. */
    static SortedMap<String, String> empty() {
        return new TreeMap<>((one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)));
    }

    // ── what is received is checked ──────────────────────────────────────────────────────────────────────────────────
    static byte[] sha256(byte[] first, List<byte[]> more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            more.forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int bucketOf(String id) {
        byte[] hash = sha256(id.getBytes(UTF_8), List.of());
        return Byte.toUnsignedInt(hash[0]) * 256 + Byte.toUnsignedInt(hash[1]);
    }

    /** The hash tree over a list: 256 rows of 256 buckets, a line in the bucket of the first two bytes of its id's SHA-256. */
    static Tree treeOf(SortedMap<String, String> lines) {
        Map<Integer, List<byte[]>> buckets = new HashMap<>();
        lines.forEach((id, line) -> buckets.computeIfAbsent(bucketOf(id), none -> new ArrayList<>()).add(sha256(line.getBytes(UTF_8), List.of())));
        byte[] leaf = {0}, node = {1};
        List<byte[]> leaves = new ArrayList<>(Collections.nCopies(65_536, sha256(leaf, List.of())));
        buckets.forEach((bucket, hashes) -> leaves.set(bucket, sha256(leaf, hashes)));
        List<byte[]> rows = IntStream.range(0, 256).mapToObj(row -> sha256(node, leaves.subList(row * 256, row * 256 + 256))).toList();
        return new Tree(HEX.formatHex(sha256(node, rows)), rows, leaves);
    }

    static List<Object> keys = List.of();

    /** A key that is not known is asked for once more: keys are renewed from time to time. */
    static Map<String, Object> keyOf(String kid) throws Exception {
        for (int tries = 0; tries < 2; tries++) {
            for (Object key : keys) if (object(key).get("kid").equals(kid)) return object(key);
            if (tries > 0) break;
            say("taking the published keys, for " + kid);
            String source = options.getOrDefault("keys", options.get("api"));
            keys = list(object(read(request(source, "/.well-known/jwks.json", null).body())).get("keys"));
        }
        throw new Broken("what came is signed with a key that is not published: " + kid);
    }

    /** A detached JWS: the header, nothing, the signature; what is signed is put together from the values that were received. */
    static void checkSignature(Object signature, Object signed, String what) throws Exception {
        if (signature == null || signature.equals("")) throw new Broken(what + " is not signed");
        String[] parts = ((String) signature).split("\\.");
        String kid = (String) object(read(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8))).get("kid");
        byte[] x = Base64.getUrlDecoder().decode((String) keyOf(kid).get("x"));
        byte[] head = HEX.parseHex("302a300506032b6570032100"); // a public key of Ed25519 (RFC 8410)
        byte[] key = Arrays.copyOf(head, head.length + x.length);
        System.arraycopy(x, 0, key, head.length, x.length);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(write(signed).getBytes(UTF_8));
        check.update((parts[0] + "." + payload).getBytes(UTF_8));
        boolean holds;
        try {
            holds = check.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException noSignature) {
            holds = false;
        }
        if (!holds) throw new Broken("the signature of " + what + " is wrong");
    }

    /** What the list is, signed: whoever swaps the list on its way must forge this. */
    static void checkProof(Object proof, Object cursor, Object listed, Object root, Object sequence, String what) throws Exception {
        checkSignature(proof, Map.of("algorithm", "SHA-256/256x256/1", "cursor", cursor, "feed", "dishonesty",
            "listed", listed, "root", root, "sequence", sequence), what);
    }

    static final List<String> CHANGE = List.of("sequence", "kind", "at", "listingId", "list", "subjectUscc", "reason", "stopUseBy", "line");

    static void checkPage(Map<String, Object> page) throws Exception {
        List<List<Object>> rows = list(page.get("changes")).stream().map(change -> CHANGE.stream().map(object(change)::get).collect(Collectors.toList())).toList();
        checkSignature(page.get("signature"), List.of(page.get("next"), page.get("caughtUp"), page.get("digest"), rows), "the page");
        checkProof(page.get("proof"), page.get("next"), page.get("listed"), page.get("root"), page.get("endSequence"), "the page");
    }

    // ── the feed ─────────────────────────────────────────────────────────────────────────────────────────────────────
    static final String QUERY = """
        query ($after: String, $wait: Int) { dishonestyChanges(after: $after, first: 500, waitSeconds: $wait) { __typename
          ... on DishonestyChangePage { changes { sequence kind at listingId list subjectUscc reason stopUseBy line }
            next caughtUp floorSequence endSequence listed digest signature root proof }
          ... on CursorExpired { restartAfter }
          ... on CursorInvalid { message }
        } dishonestyFeed { headSequence } }""";

    /** What was asked too often is asked again when the server says so: nothing is lost by it. */
    static HttpResponse<String> request(String source, String path, String body) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(source).resolve(path)).header("content-type", "application/json");
        if (options.containsKey("token")) asked.header("authorization", "Bearer " + options.get("token"));
        if (body != null) asked.POST(HttpRequest.BodyPublishers.ofString(body));
        for (;;) {
            HttpResponse<String> answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() == 200) return answer;
            if (answer.statusCode() != 429) throw new IOException(path + " answered " + answer.statusCode());
            long seconds = Math.max(1, answer.headers().firstValueAsLong("retry-after").orElse(1));
            say("asked too often: waiting " + seconds + " s");
            Thread.sleep(1_000 * seconds);
        }
    }

    static Map<String, Object> query(String text, Map<String, Object> variables) throws Exception {
        String body = write(Map.of("query", text, "variables", variables));
        Map<String, Object> answer = object(read(request(options.get("api"), "/graphql", body).body()));
        if (answer.get("data") == null || answer.get("errors") != null) throw new IOException("the feed does not answer: " + answer.get("errors"));
        return object(answer.get("data"));
    }

    static void add(SortedMap<String, String> lines, String line) { lines.put((String) object(read(line)).get("id"), line); }

    /** The whole list at once, with the cursor to go on after. */
    static Copy fromSnapshot() throws Exception {
        say("taking the whole list");
        HttpResponse<String> answer = request(options.get("api"), "/feeds/dishonesty.ndjson", null);
        Map<String, String> told = new HashMap<>();
        for (String name : List.of("cursor", "sequence", "root", "listed", "proof")) told.put(name, answer.headers().firstValue("x-feed-" + name).orElse(""));
        checkProof(told.get("proof"), told.get("cursor"), new BigDecimal(told.get("listed")), told.get("root"), told.get("sequence"), "the snapshot");
        SortedMap<String, String> lines = empty();
        answer.body().lines().forEach(line -> add(lines, line));
        if (!treeOf(lines).root.equals(told.get("root"))) throw new Broken("the snapshot is not the list that was signed");
        return new Copy(told.get("cursor"), told.get("sequence"), false, lines);
    }

    static Copy begin(String cursor) throws Exception {
        if (options.containsKey("from-snapshot")) return fromSnapshot();
        say("walking the feed from its beginning");
        return new Copy(cursor, "0", false, empty());
    }

    /** The numbers of those hashes of theirs that are not ours. */
    static List<Integer> differing(Object theirs, List<byte[]> ours) {
        return list(theirs).stream().map(Consumer::object).filter(each -> !HEX.formatHex(ours.get(place(each))).equals(each.get("hash"))).map(Consumer::place).toList();
    }

    static int place(Map<String, Object> hash) {
        int row = ((Number) hash.get("row")).intValue();
        return hash.get("bucket") == null ? row : row * 256 + ((Number) hash.get("bucket")).intValue();
    }

    /** A copy that differs: which rows, then which buckets of them; only the lines of those are asked for again. Null where it is too much. */
    static SortedMap<String, String> mend(SortedMap<String, String> lines) throws Exception {
        Tree own = treeOf(lines);
        List<Integer> rows = differing(query("{ dishonestyBuckets { row hash } }", Map.of()).get("dishonestyBuckets"), own.rows);
        if (rows.size() > MOST_ROWS) return null;
        Object leaves = query("query ($rows: [Int!]) { dishonestyBuckets(rows: $rows) { row bucket hash } }", Map.of("rows", rows)).get("dishonestyBuckets");
        List<Integer> buckets = differing(leaves, own.leaves);
        if (buckets.size() > MOST_BUCKETS) return null;
        List<Object> right = list(query("query ($buckets: [Int!]!) { dishonestyLines(buckets: $buckets) }", Map.of("buckets", buckets)).get("dishonestyLines"));
        say("the copy differed in " + buckets.size() + " of 65536 buckets: their " + right.size() + " lines are taken again");
        SortedMap<String, String> mended = empty();
        lines.forEach((id, line) -> { if (!buckets.contains(bucketOf(id))) mended.put(id, line); });
        right.forEach(line -> add(mended, (String) line));
        return mended;
    }

    /** No change is missing: between two numbers only what was cleaned up, which the page says to lie at or below its floor. */
    static void checkGap(long last, long next, long floor) {
        if (next <= last) throw new Broken("change " + next + " came after " + last + ": it came twice");
        if (next - 1 > Math.max(last, floor)) throw new Broken("change " + next + " came after " + last + ", and only up to " + floor + " may any be missing");
    }

    /** Brings the copy to a page. A change without a line takes the listing away, whatever it says: nothing may be kept of it. */
    static Copy apply(Copy copy, Map<String, Object> page) {
        SortedMap<String, String> lines = empty();
        lines.putAll(copy.lines);
        long sequence = Long.parseLong(copy.sequence), floor = Long.parseLong((String) page.get("floorSequence"));
        for (Object each : list(page.get("changes"))) {
            Map<String, Object> change = object(each);
            long next = Long.parseLong((String) change.get("sequence"));
            checkGap(sequence, next, floor);
            if (change.get("line") == null) lines.remove((String) change.get("listingId"));
            else lines.put((String) change.get("listingId"), (String) change.get("line"));
            sequence = next;
        }
        long end = Long.parseLong((String) page.get("endSequence"));
        if (end != sequence) checkGap(sequence, end + 1, floor);
        return new Copy((String) page.get("next"), String.valueOf(end), (Boolean) page.get("caughtUp"), lines);
    }

    static String verified;
    static int mended;

    /** The whole list, once it is caught up: against the root that was signed. */
    static Copy checked(Copy copy, Map<String, Object> page) throws Exception {
        if (!copy.caughtUp || (page.get("root").equals(verified) && list(page.get("changes")).isEmpty())) return copy;
        if (treeOf(copy.lines).root.equals(page.get("root"))) {
            verified = (String) page.get("root");
            mended = 0;
            return copy;
        }
        if (++mended > 3) throw new Broken("the copy is not whole at change " + copy.sequence + ": delete it and begin anew");
        SortedMap<String, String> lines = mend(copy.lines);
        if (lines != null) return new Copy(copy.cursor, copy.sequence, false, lines);
        say("the copy differs in too much");
        return fromSnapshot();
    }

    /** While a copy is made anew, the old one stays in its place: it is old, but whole. */
    static boolean replacing = false;

    static Copy step(Copy copy) throws Exception {
        Map<String, Object> variables = new HashMap<>(Map.of("wait", options.containsKey("once") ? 0 : Integer.valueOf(options.get("wait"))));
        variables.put("after", copy.cursor);
        Map<String, Object> answer = query(QUERY, variables), page = object(answer.get("dishonestyChanges"));
        if (page.get("__typename").equals("CursorExpired")) {
            // what was dropped of the feed may hold tombstones: nothing of the old copy can be trusted
            say("the cursor is too old: a new copy is made, and takes the place of the old one once it is whole");
            replacing = true;
            return begin((String) page.get("restartAfter"));
        }
        if (page.get("__typename").equals("CursorInvalid")) throw new Broken((String) page.get("message"));
        checkPage(page);
        int changes = list(page.get("changes")).size();
        if (changes > 0) say(changes + " changes, up to " + page.get("endSequence") + " of " + object(answer.get("dishonestyFeed")).get("headSequence"));
        return checked(apply(copy, page), page);
    }

    static void follow() throws Exception {
        Copy copy = load();
        for (;;) {
            try {
                if (copy == null) copy = begin(null);
                Copy before = copy;
                copy = step(copy);
                boolean moved = !copy.cursor.equals(before.cursor) || copy.caughtUp != before.caughtUp;
                replacing = replacing && !copy.caughtUp;
                if (moved && !replacing) save(copy);
                if (moved && copy.caughtUp) say(copy.lines.size() + " listings, as of change " + copy.sequence);
                if (copy.caughtUp && options.containsKey("once")) return;
            } catch (IOException | NotJson error) {
                if (options.containsKey("once")) throw error;
                // the server or the network: asked again from the same place
                say(error + ": asking again");
                Thread.sleep(500);
            }
        }
    }

    // ── JSON, which the JDK does not have ────────────────────────────────────────────────────────────────────────────
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) { return (Map<String, Object>) value; }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) { return (List<Object>) value; }

    static class NotJson extends RuntimeException {
        NotJson(String text) { super("this is no JSON: " + text.substring(0, Math.min(40, text.length()))); }
    }

    /** Names in their order and without blanks, as RFC 8785 has it. */
    static String write(Object value) {
        if (value instanceof Map<?, ?> map)
            return new TreeMap<>(map).entrySet().stream().map(each -> write(each.getKey()) + ":" + write(each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        if (value instanceof List<?> list) return list.stream().map(Consumer::write).collect(Collectors.joining(",", "[", "]"));
        if (!(value instanceof String text)) return String.valueOf(value);
        StringBuilder written = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            int known = "\"\\\b\f\n\r\t".indexOf(each);
            if (known >= 0) written.append('\\').append("\"\\bfnrt".charAt(known));
            else if (each < 32) written.append(String.format("\\u%04x", (int) each));
            else written.append(each);
        }
        return written.append('"').toString();
    }

    static Object read(String text) {
        try {
            return new Reader(text).value();
        } catch (IndexOutOfBoundsException | NumberFormatException error) {
            throw new NotJson(text);
        }
    }

    static class Reader {
        final String text;
        int at = 0;

        Reader(String text) { this.text = text; }

        char next() {
            while (Character.isWhitespace(text.charAt(at))) at++;
            return text.charAt(at);
        }

        Object value() {
            char first = next();
            if (first == '"') return string();
            if (first == '{' || first == '[') return inside(first == '{');
            int begin = at;
            while (at < text.length() && "+-.".indexOf(text.charAt(at)) + 1 + (Character.isLetterOrDigit(text.charAt(at)) ? 1 : 0) > 0) at++;
            String word = text.substring(begin, at);
            return word.equals("null") ? null : word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : new BigDecimal(word);
        }

        Object inside(boolean named) {
            Map<String, Object> map = new LinkedHashMap<>();
            List<Object> list = new ArrayList<>();
            at++;
            while (next() != (named ? '}' : ']')) {
                String name = named ? string() : null;
                if (named && next() == ':') at++;
                if (named) map.put(name, value());
                else list.add(value());
                if (next() == ',') at++;
            }
            at++;
            return named ? map : list;
        }

        String string() {
            if (next() != '"') throw new NotJson(text);
            StringBuilder read = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) != '\\') {
                    read.append(text.charAt(at));
                    continue;
                }
                char escaped = text.charAt(++at);
                if (escaped == 'u') read.append((char) Integer.parseInt(text.substring(at + 1, (at += 4) + 1), 16));
                else read.append("bfnrt".indexOf(escaped) < 0 ? escaped : "\b\f\n\r\t".charAt("bfnrt".indexOf(escaped)));
            }
            at++;
            return read.toString();
        }
    }
}
