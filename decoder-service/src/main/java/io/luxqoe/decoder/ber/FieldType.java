package io.luxqoe.decoder.ber;

/**
 * What the type of an element allows.
 *
 * @param fieldName name of the element as the standard writes it
 * @param form how it is encoded
 * @param minLength least octets of content
 * @param maxLength most octets of content
 */
public record FieldType(String fieldName, Form form, int minLength, int maxLength) {
    /** How an element is encoded. */
    public enum Form {
        /** Content octets. */
        PRIMITIVE,
        /** Elements. */
        CONSTRUCTED,
        /** Whichever it has: the reader of the field looks for itself. */
        EITHER
    }

    /** Content octets, so many of them. */
    public static FieldType primitive(String fieldName, int minLength, int maxLength) {
        return new FieldType(fieldName, Form.PRIMITIVE, minLength, maxLength);
    }

    /** Elements. */
    public static FieldType constructed(String fieldName) {
        return new FieldType(fieldName, Form.CONSTRUCTED, 0, Integer.MAX_VALUE);
    }

    /** Content octets or elements, however many: what a vendor writes as it likes. */
    public static FieldType either(String fieldName) {
        return new FieldType(fieldName, Form.EITHER, 0, Integer.MAX_VALUE);
    }
}
