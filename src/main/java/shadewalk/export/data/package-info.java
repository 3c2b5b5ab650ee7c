/// Events and tables as data, for spreadsheets and programs: CSV and JSON.
@NullMarked
package shadewalk.export.data;

import org.jspecify.annotations.NullMarked;
