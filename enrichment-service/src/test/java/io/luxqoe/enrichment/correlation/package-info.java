@NullMarked
package io.luxqoe.enrichment.correlation;

import org.jspecify.annotations.NullMarked;
