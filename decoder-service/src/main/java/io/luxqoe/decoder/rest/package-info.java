/** The sources over REST. */
@NullMarked
package io.luxqoe.decoder.rest;

import org.jspecify.annotations.NullMarked;
