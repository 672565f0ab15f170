/** The names of the topics. */
@NullMarked
package io.luxqoe.schemas.topic;

import org.jspecify.annotations.NullMarked;
