package io.luxqoe.decoder.ber;

/** An element that a decoder knows. */
public interface BerField {
    /** Its name in the standard, and what its type allows. */
    FieldType type();

    /** Name as the standard writes it. */
    default String fieldName() {
        return type().fieldName();
    }
}
