package shadewalk.export;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// The session that an SVG file carries in its metadata.
///
/// Source: SVG 1.1 (Second Edition), 21 metadata.
final class SvgSession {

    private static final String NAMESPACE = "urn:shadewalk:session";
    private static final String ELEMENT = "session";

    private SvgSession() {}

    static void write(XMLStreamWriter xml, String session) throws XMLStreamException {
        xml.writeStartElement("metadata");
        xml.writeStartElement("shadewalk", ELEMENT, NAMESPACE);
        xml.writeNamespace("shadewalk", NAMESPACE);
        xml.writeCharacters(Xml.clean(session));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// The session in a file that was written here. Document types are refused and nothing outside
    /// the file is looked at.
    static Optional<String> read(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && NAMESPACE.equals(xml.getNamespaceURI())
                        && ELEMENT.equals(xml.getLocalName())) {
                    return Optional.of(xml.getElementText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }
}
