package io.luxqoe.decoder.source;

import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;

/**
 * The last status of a source that was published.
 *
 * @param asOf when it was, UTC; nothing has changed since that was published within the status interval
 */
public record SourceStatement(SourceStatus status, Instant asOf) {}
