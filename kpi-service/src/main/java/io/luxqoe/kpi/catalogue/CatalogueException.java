package io.luxqoe.kpi.catalogue;

import java.util.List;

/** A catalogue that cannot be read; the message has a line for each error, with file, KPI and field. */
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogueException(List<String> errors) {
        super(String.join("\n", errors));
    }
}
