package dev.uncanned.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that is kept in one column of bytes, since nothing selects inside of it.
 *
 * <p>For a record or a list of records: one column instead of one for each component is several
 * times quicker to encode, to shuffle and to write. Such columns are for tables between stages;
 * published tables have none. Components are packed in their order and enum values by their place,
 * so a packed record in a table that is kept from run to run must not change; those hold texts
 * only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Packed {}
