package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import shadewalk.bits.Hex;
import shadewalk.x86.Gva;

/// Reads an address of a 32-bit guest.
final class AddressReader implements ITypeConverter<Gva> {

    private static final long LAST = 0xffff_ffffL;

    @Override
    public Gva convert(String text) {
        try {
            long address = Hex.parse(text);
            if (address >= 0 && address <= LAST) {
                return new Gva(address);
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is too large.
        }
        throw new TypeConversionException(COMMANDS.get("address-reader.no-address-32", text));
    }
}
