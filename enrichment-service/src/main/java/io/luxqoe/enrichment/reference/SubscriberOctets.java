package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.SubscriberContext;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Revisions of a subscriber as octets, newest first: from and until, length of the context, context. A context is three
 * texts, each a length (-1 for none) and UTF-8.
 *
 * <p>There are few contexts and many subscribers: the same octets give the same object. For any thread.
 */
final class SubscriberOctets {
    /** Contexts that are kept to be given again; agreements of one subscriber each would be without end. */
    private static final int MOST_CONTEXTS = 50_000;

    private static final int NONE = -1;

    private final ConcurrentHashMap<ByteBuffer, Known<SubscriberContext>> contexts = new ConcurrentHashMap<>();

    byte[] encode(Revision<SubscriberContext> newest) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            for (Revision<SubscriberContext> each = newest; each != null; each = each.earlier()) {
                byte[] context = encode(each.context());
                out.writeLong(each.from());
                out.writeLong(each.until());
                out.writeInt(context.length);
                out.write(context);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** What {@link #encode} was given. */
    Revision<Known<SubscriberContext>> decode(byte[] octets) {
        return decode(ByteBuffer.wrap(octets));
    }

    private Revision<Known<SubscriberContext>> decode(ByteBuffer octets) {
        long from = octets.getLong();
        long until = octets.getLong();
        int length = octets.getInt();
        Known<SubscriberContext> context = context(octets.slice(octets.position(), length));
        octets.position(octets.position() + length);
        return new Revision<>(from, until, context, octets.hasRemaining() ? decode(octets) : null);
    }

    private Known<SubscriberContext> context(ByteBuffer octets) {
        Known<SubscriberContext> known = contexts.get(octets);
        if (known != null) {
            return known;
        }
        byte[] own = new byte[octets.remaining()];
        octets.get(own);
        ByteBuffer in = ByteBuffer.wrap(own);
        Known<SubscriberContext> context = Known.of(new SubscriberContext(text(in), text(in), text(in)));
        if (contexts.size() >= MOST_CONTEXTS) {
            contexts.clear();
        }
        Known<SubscriberContext> first = contexts.putIfAbsent(ByteBuffer.wrap(own), context);
        return first == null ? context : first;
    }

    private static byte[] encode(SubscriberContext context) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        write(context.getSegment(), out);
        write(context.getAgreement(), out);
        write(context.getHomeRegion(), out);
        return octets.toByteArray();
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(NONE);
        } else {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(octets.length);
            out.write(octets);
        }
    }

    private static @Nullable String text(ByteBuffer in) {
        int length = in.getInt();
        if (length == NONE) {
            return null;
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
