/// A lesson as one web page that needs nothing else: the pictures of its steps, what is told and
/// asked there, in light and dark.
///
/// The page is made of `resources/page` and of what is written here. Steps lie in templates, which
/// no browser shows, searches, speaks or prints, until the script takes out the one that is shown.
@NullMarked
package shadewalk.export.page;

import org.jspecify.annotations.NullMarked;
