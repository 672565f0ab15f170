package io.luxqoe.decoder;

/** There is no key to make pseudonyms with. Its message names the property and holds nothing of a key. */
final class PseudonymKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PseudonymKeyException(String message) {
        super(message);
    }
}
