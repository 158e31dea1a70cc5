/** A small CRM that researches its customers: copy from here. */
@NullMarked
package dev.prospector.crm;

import org.jspecify.annotations.NullMarked;
