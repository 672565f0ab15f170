package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.SourceContext;
import org.jspecify.annotations.Nullable;

/** What a source's own record says as of an instant. */
public final class SourceRevisions {
    private static final Revision.Shape<Source, SourceContext> SHAPE = new Revision.Shape<>(
            Source::getValidFrom,
            Source::getValidUntil,
            source -> new SourceContext(source.getVendor(), source.getRelease(), source.getZone()));

    private SourceRevisions() {}

    /**
     * The context of the source.
     *
     * @param source its record, null where there is none
     * @param instant epoch milliseconds
     * @return null where no revision held
     */
    public static @Nullable SourceContext asOf(@Nullable Source source, long instant) {
        return source == null ? null : Revision.asOf(Revision.chain(source, source.getPrevious(), SHAPE), instant);
    }
}
