package io.luxqoe.decoder.raw;

/**
 * What the decoder is told of a source, since its records do not say it.
 *
 * @param source source id, the key of its raw records
 * @param servingPlmn network that a location without mCC-MNC belongs to, its three octets as TS 24.008 clause 10.5.1.3
 *     writes them; {@link #NO_PLMN}: such a location has no cell key
 * @param userLocationForm form of its user location information
 * @param keptElements elements that are kept though no table knows them
 */
public record SourceSettings(
        String source, int servingPlmn, UserLocationForm userLocationForm, KeptElements keptElements) {
    /** No serving network is known. */
    public static final int NO_PLMN = 0xFFFFFF;

    /** A source of which nothing is known but its id. */
    public SourceSettings(String source) {
        this(source, NO_PLMN, UserLocationForm.AUTOMATIC, KeptElements.NONE);
    }
}
