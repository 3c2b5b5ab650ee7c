/// Pictures without a toolkit: what is drawn, where, and what it means, but no colour and no pixel.
///
/// A [Diagram] is a list of [Shape]s in a plane of its own units (at scale 1, one unit is one
/// pixel). Each shape has an id, the address of the thing it stands for, and a [Tone], its meaning;
/// a [Palette] turns tones into colours, line styles and patterns. The window and every export
/// format are one switch over [Shape], so a picture looks the same wherever it appears.
///
/// Text is measured with the advance widths of the bundled fonts ([Face]), which makes a layout the
/// same on every machine.
@NullMarked
package shadewalk.diagram;

import org.jspecify.annotations.NullMarked;
