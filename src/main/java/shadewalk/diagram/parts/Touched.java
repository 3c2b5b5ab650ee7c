package shadewalk.diagram.parts;

/// What a person has picked in the picture.
///
/// @param shape the id of the shape; empty if nothing is picked. It may name less than a thing,
///   such as one bit, or what is no thing, such as a register.
/// @param words what it is, as the picture says it; may be empty
public record Touched(String shape, String words) {

    /// Nothing is picked.
    public static final Touched NOTHING = new Touched("", "");

    public boolean isEmpty() {
        return shape.isEmpty();
    }
}
