/** What events named and no reference table held: the list that the reference team works from. */
@NullMarked
package io.luxqoe.enrichment.missing;

import org.jspecify.annotations.NullMarked;
