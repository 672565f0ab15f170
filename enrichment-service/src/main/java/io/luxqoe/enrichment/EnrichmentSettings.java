package io.luxqoe.enrichment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service.
 *
 * @param singleEvents whether every event is also written to {@code lux.event.single.v1} as a record of its own, keyed
 *     by subscriber; costs a record an event, and so is off unless somebody reads it
 */
@Validated
@ConfigurationProperties("lux.enrichment")
record EnrichmentSettings(@DefaultValue("false") boolean singleEvents) {}
