@NullMarked
package io.luxqoe.enrichment.missing;

import org.jspecify.annotations.NullMarked;
