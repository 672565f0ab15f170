@NullMarked
package example.architecture.injection;

import org.jspecify.annotations.NullMarked;
