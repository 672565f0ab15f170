package io.luxqoe.kpi.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi}, as far as the catalogue goes.
 *
 * @param catalogue files of KPIs, as Spring's resource locations, in the order in which their KPIs are listed
 */
@Validated
@ConfigurationProperties("lux.kpi")
record CatalogueSettings(@DefaultValue("classpath:kpi-catalogue.yml") @NotEmpty List<@NotBlank String> catalogue) {}
