package io.luxqoe.kpi.export;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.kpi}, as far as exported KPIs go.
 *
 * @param exported the KPIs that are gauges, none if empty, at most 100
 */
@Validated
@ConfigurationProperties("lux.kpi")
public record ExportSettings(@DefaultValue @NotNull @Size(max = 100) List<@Valid @NotNull Export> exported) {

    /**
     * One KPI on one axis.
     *
     * @param kpi id of the KPI, in the catalogue
     * @param axis id of the axis, which keeps at most 1,000 keys apart
     * @param window window size whose FINAL values are shown
     */
    public record Export(@NotBlank String kpi, @NotBlank String axis, @NotBlank String window) {}
}
