/** Business contexts as people write them: YAML or JSON files, checked name by name. */
@NullMarked
package dev.prospector.adapter.context;

import org.jspecify.annotations.NullMarked;
