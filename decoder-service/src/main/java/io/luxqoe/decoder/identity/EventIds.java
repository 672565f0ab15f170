package io.luxqoe.decoder.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Event ids: the first 128 bits of SHA-256 over the source id, a zero octet and the octets of the record, so that the
 * same record sent twice by a source has the same id, in whatever file it lies.
 */
public final class EventIds {
    private final MessageDigest sha256;
    private final byte[] digest = new byte[32];
    private final ByteBuffer digestNumbers = ByteBuffer.wrap(digest);
    private final Base64Id text = new Base64Id();
    private String source = "";
    private byte[] prefix = new byte[1];

    /** Ids computed one after the other. */
    public EventIds() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Computes the id of the record in the slice. */
    public void compute(String recordSource, byte[] octets, int from, int to) {
        compute(recordSource, octets, from, to, 0);
    }

    /**
     * Computes the id of the record in the slice. From its second occurrence on, the number of the occurrence goes in
     * behind the octets, four octets after a zero one.
     *
     * @param occurrence from 0
     */
    public void compute(String recordSource, byte[] octets, int from, int to, int occurrence) {
        if (!recordSource.equals(source)) {
            source = recordSource;
            byte[] name = recordSource.getBytes(StandardCharsets.UTF_8);
            prefix = Arrays.copyOf(name, name.length + 1);
        }
        sha256.update(prefix);
        sha256.update(octets, from, to - from);
        if (occurrence > 0) {
            sha256.update(new byte[] {
                0, (byte) (occurrence >> 24), (byte) (occurrence >> 16), (byte) (occurrence >> 8), (byte) occurrence
            });
        }
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the buffer holds a SHA-256", e);
        }
    }

    /** First 64 bits of the id computed last. */
    public long high() {
        return digestNumbers.getLong(0);
    }

    /** Last 64 bits of the id computed last. */
    public long low() {
        return digestNumbers.getLong(Long.BYTES);
    }

    /** The id computed last, base64url without padding, 22 characters. */
    public String text() {
        return text.of(high(), low());
    }
}
