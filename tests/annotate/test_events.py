"""Rows of sentences with their mentions marked (see `marked`) and the events that they report.

An event is written "TYPE actors>recipients", then "/status" where it is not asserted and "@speaker" where there is one.
"""

import pytest
from tests.annotate.marked import marked

from kawat.annotate.events import find
from kawat.model import BlockKind, Document, EventMention, Layer, Status

pytestmark = pytest.mark.usefixtures("silent")

INDONESIAN = [
    # voice: active, passive with and without "oleh", clitics
    ("[Rusia|RUS] menuduh [Ukraina|UKR] soal itu.", "ACCUSE RUS>UKR"),
    ("[Ukraina|UKR] dituduh [Rusia|RUS] soal itu.", "ACCUSE RUS>UKR"),
    ("[Ukraina|UKR] dituduh oleh [Rusia|RUS] soal itu.", "ACCUSE RUS>UKR"),
    ("[Wartawan|TUR:MED] itu ditangkap.", "COERCE UNKNOWN>TUR:MED"),
    ("[Wartawan|TUR:MED] itu ditangkap [polisi Turki|TUR:COP] kemarin.", "COERCE TUR:COP>TUR:MED"),
    ("[Polisi Turki|TUR:COP] menangkap[nya|TUR:MED] kemarin.", "COERCE TUR:COP>TUR:MED"),
    ("[Kenya|KEN] mengecam [Somalia|SOM].", "ACCUSE KEN>SOM"),
    ("[Somalia|SOM] dikecam [Kenya|KEN] dan [Uganda|UGA].", "ACCUSE KEN,UGA>SOM"),
    ("Kota itu diserang oleh [pemberontak|MLI:REB].", "ASSAULT MLI:REB>-"),
    # adverbs and auxiliaries between subject and verb
    ("[Rusia|RUS] kembali menyerang [Ukraina|UKR].", "ASSAULT RUS>UKR"),
    ("[Rusia|RUS] telah secara resmi menuduh [Ukraina|UKR].", "ACCUSE RUS>UKR"),
    ("[Menlu Mesir|EGY], {Senin}, mengecam [Israel|ISR].", "ACCUSE EGY>ISR"),
    # relative clauses
    ("[Pasukan Eritrea|ERI:MIL] yang menyerang [Ethiopia|ETH] sudah pergi.", "ASSAULT ERI:MIL>ETH"),
    ("[Warga Kenya|KEN:CVL] yang diculik [militan|SOM:REB] itu selamat.", "ASSAULT SOM:REB>KEN:CVL"),
    ("[Presiden Mali|MLI], yang mengecam [Prancis|FRA], pulang.", "ACCUSE MLI>FRA"),
    # control and infinitives
    ("[Jerman|DEU] memutuskan untuk mengirim pasukan ke [Lituania|LTU].", "MOBILIZE DEU>LTU"),
    ("[Turki|TUR] mulai membebaskan [wartawan Kurdi|TUR:MED].", "RETREAT TUR>TUR:MED"),
    # coordination: joint doers, joint deeds, joint sufferers
    ("[Rusia|RUS] dan [Belarusia|BLR] menyerang [Ukraina|UKR].", "ASSAULT RUS,BLR>UKR"),
    ("[Kanada|CAN], [Jepang|JPN], dan [Swiss|CHE] mengecam [Iran|IRN].", "ACCUSE CAN,JPN,CHE>IRN"),
    ("[Iran|IRN] mengecam [Israel|ISR] dan [Amerika Serikat|USA].", "ACCUSE IRN>ISR,USA"),
    (
        "[Polisi|KEN:COP] menangkap [tokoh oposisi|KEN:OPP] dan menyita mobilnya.",
        "COERCE KEN:COP>KEN:OPP; COERCE KEN:COP>-",  # of two modes, two acts
    ),
    (
        "[Polisi|KEN:COP] mengepung dan menahan [tokoh oposisi|KEN:OPP].",
        "COERCE KEN:COP>KEN:OPP; COERCE KEN:COP>KEN:OPP",
    ),
    ("[Peru|PER] mengecam [Chile|CHL] dan [Bolivia|BOL] menuduh [Peru|PER].", "ACCUSE PER>CHL; ACCUSE BOL>PER"),
    # subordinate clauses
    ("Setelah menyerang [Ukraina|UKR], [Rusia|RUS] diam.", "ASSAULT RUS>UKR"),
    ("[Rusia|RUS] diam ketika [Ukraina|UKR] menyerang [Krimea|CRI].", "ASSAULT UKR>CRI"),
    # reciprocal acts
    ("[Putin|RUS] dan [Xi|CHN] bertemu di Astana.", "CONSULT RUS,CHN>-"),
    ("[Putin|RUS] bertemu dengan [Xi|CHN].", "CONSULT RUS,CHN>-"),
    ("[Putin|RUS] bertemu [Xi|CHN].", "CONSULT RUS,CHN>-"),
    ("Pertemuan [Putin|RUS]-[Xi|CHN] berlangsung singkat.", "CONSULT RUS,CHN>-"),
    ("Pertemuan [Putin|RUS] dengan [Xi|CHN] berlangsung singkat.", "CONSULT RUS,CHN>-"),
    ("Pembicaraan antara [Sudan|SDN] dan [Chad|TCD] gagal.", "CONSULT SDN,TCD>-"),
    ("[Keduanya|RUS,CHN] bertemu di Astana.", "CONSULT RUS,CHN>-"),
    ("[Menlu Mesir|EGY] melakukan pembicaraan dengan [Menlu Turki|TUR].", "CONSULT EGY,TUR>-"),
    ("[Jepang|JPN] dan [India|IND] menandatangani perjanjian dagang.", "SUPPORT JPN,IND>-"),
    ("[Tentara Sudan|SDN:MIL] bertempur dengan [pemberontak|SDN:REB].", "ASSAULT SDN:MIL,SDN:REB>-"),
    # visits
    ("[Presiden Vietnam|VNM] mengunjungi [Filipina|PHL].", "CONSULT VNM>PHL"),
    ("[Presiden Vietnam|VNM] berkunjung ke [Manila|PHL].", "CONSULT VNM>PHL"),
    ("Kunjungan [Presiden Vietnam|VNM] ke [Filipina|PHL] dimulai.", "CONSULT VNM>PHL"),
    ("[Presiden Filipina|PHL] menerima kunjungan [Presiden Vietnam|VNM].", "CONSULT VNM>PHL"),
    # nouns of action
    ("Serangan [Israel|ISR] terhadap [Suriah|SYR] berlanjut.", "ASSAULT ISR>SYR"),
    ("Serangan oleh [Israel|ISR] ke [Suriah|SYR] berlanjut.", "ASSAULT ISR>SYR"),
    ("[Israel|ISR] melancarkan serangan ke [Suriah|SYR].", "ASSAULT ISR>SYR"),
    ("Serangan itu dilakukan [pemberontak|MLI:REB].", "ASSAULT MLI:REB>-"),
    ("Penangkapan [tokoh oposisi|UGA:OPP] oleh [polisi Uganda|UGA:COP] dikecam.", "COERCE UGA:COP>UGA:OPP"),
    ("Sanksi [Uni Eropa|EU] terhadap [Belarusia|BLR] diperpanjang.", "SANCTION EU>BLR"),
    ("Permintaan [Haiti|HTI] kepada [PBB|UN] dibahas.", "REQUEST HTI>UN"),
    ("Penarikan pasukan [Prancis|FRA] dari [Niger|NER] selesai.", "RETREAT FRA>NER"),
    # victims without a doer
    ("Tiga [tentara Mali|MLI:MIL] tewas dalam serangan bom.", "ASSAULT UNKNOWN>MLI:MIL"),
    ("Ledakan itu menewaskan [lima warga Irak|IRQ:CVL].", "ASSAULT UNKNOWN>IRQ:CVL"),
    ("[Duta Besar|RUS] itu dibunuh.", "ASSAULT UNKNOWN>RUS"),
    ("[Dua tentara|ZAF:MIL] terluka setelah roket menyerang [pangkalan Kongo|COD].", "ASSAULT UNKNOWN>COD"),
    ("[Empat tentara Mali|MLI:MIL] terluka ketika sebuah bom meledak.", "ASSAULT UNKNOWN>MLI:MIL"),
    ("[Dua warga|KEN:CVL] terluka setelah [polisi Kenya|KEN:COP] melepaskan tembakan.", "ASSAULT KEN:COP>KEN:CVL"),
    ("[Militan|MLI:REB] melancarkan serangan di pasar, melukai [tiga tentara|MLI:MIL].", "ASSAULT MLI:REB>MLI:MIL"),
    ("[Militan|MLI:REB] meledakkan bom dan mencederai [tiga tentara|MLI:MIL].", "ASSAULT MLI:REB>MLI:MIL"),
    ("Serangan [militan|MLI:REB] memicu kecaman terhadap [Mali|MLI].", "ASSAULT MLI:REB>-; ACCUSE UNKNOWN>MLI"),
    # material and verbal cooperation
    ("[Jepang|JPN] memberikan bantuan kepada [Filipina|PHL].", "AID JPN>PHL"),
    ("[Korea Utara|PRK] memasok amunisi ke [Rusia|RUS].", "AID PRK>RUS"),
    ("[Iran|IRN] mempersenjatai [pemberontak Yaman|YEM:REB].", "AID IRN>YEM:REB"),
    ("[Turki|TUR] mengekstradisi buronan itu ke [Italia|ITA].", "COOPERATE TUR>ITA"),
    ("[Serbia|SRB] dan [Kosovo|XKX] sepakat membuka jalan itu.", "AGREE SRB,XKX>-"),
    ("[Qatar|QAT] menawarkan perantaraan kepada [Sudan|SDN].", "AGREE QAT>SDN"),
    ("[Presiden Serbia|SRB] meminta maaf kepada [Bosnia|BIH].", "CONCEDE SRB>BIH"),
    ("[Zelensky|UKR] berterima kasih kepada [Polandia|POL].", "SUPPORT UKR>POL"),
    ("[Armenia|ARM] menarik pasukannya dari [wilayah itu|AZE].", "RETREAT ARM>AZE"),
    # conflict
    ("[Uni Eropa|EU] menjatuhkan sanksi terhadap [Niger|NER].", "SANCTION EU>NER"),
    ("[Nikaragua|NIC] memutuskan hubungan dengan [Israel|ISR].", "SANCTION NIC>ISR"),
    ("[Turki|TUR] mengusir Duta Besar [Swedia|SWE].", "SANCTION TUR>SWE"),
    ("[Warga|SRB:CVL] berunjuk rasa di Beograd.", "PROTEST SRB:CVL>-"),
    ("[Korea Utara|PRK] menguji rudal baru.", "MOBILIZE PRK>-"),
    ("[Rusia|RUS] mengerahkan kapal perang ke [Suriah|SYR].", "MOBILIZE RUS>SYR"),
    ("[Rusia|RUS] memveto resolusi itu.", "REJECT RUS>-"),
    ("[Iran|IRN] mengancam [Israel|ISR].", "THREATEN IRN>ISR"),
    # one record only: what is asked, refused, threatened, promised
    ("[PBB|UN] mendesak [Sudan|SDN] menghentikan serangan.", "REQUEST UN>SDN"),
    ("[Serbia|SRB] menuntut agar [Kosovo|XKX] menarik polisinya.", "REQUEST SRB>XKX"),
    ("[Iran|IRN] menolak membebaskan [warga Prancis|FRA:CVL].", "REJECT IRN>FRA:CVL"),
    ("[Korea Utara|PRK] mengancam akan menyerang [Jepang|JPN].", "THREATEN PRK>JPN"),
    ("[Hamas|HAMAS] setuju membebaskan [tentara Israel|ISR:MIL].", "AGREE HAMAS>-"),
    ("[Uganda|UGA] mendesak [Kenya|KEN] mundur dan menyeru [Kongo|COD] berunding.", "REQUEST UGA>KEN; REQUEST UGA>COD"),
    ("[Kanada|CAN] memperingatkan [Peru|PER] bisa menyerang [Cile|CHL].", "ASSAULT PER>CHL/hypothetical@CAN"),
    ("Pemutusan hubungan diplomatik [Peru|PER] dengan [Cile|CHL] diumumkan.", "SANCTION PER>CHL"),
    # two layers
    (
        "[Amerika Serikat|USA] menuduh [Iran|IRN] mempersenjatai [pemberontak|IRQ:REB].",
        "ACCUSE USA>IRN; AID IRN>IRQ:REB/alleged@USA",
    ),
    (
        "[Rwanda|RWA] dituduh mempersenjatai [pemberontak Kongo|COD:REB].",
        "ACCUSE UNKNOWN>RWA; AID RWA>COD:REB/alleged",
    ),
    (
        "[Rwanda|RWA] membantah mempersenjatai [pemberontak Kongo|COD:REB].",
        "REJECT RWA>-; AID RWA>COD:REB/denied@RWA",
    ),
    # status
    ("[Polandia|POL] akan mengirim pasukan ke [Lituania|LTU].", "MOBILIZE POL>LTU/planned"),
    ("[Polandia|POL] tidak akan mengirim pasukan ke [Ukraina|UKR].", "MOBILIZE POL>UKR/denied"),
    ("[Raja Yordania|JOR] dijadwalkan mengunjungi [Mesir|EGY].", "CONSULT JOR>EGY/planned"),
    ("[Militan|KEN:REB] itu diduga menyerang [polisi Kenya|KEN:COP].", "ASSAULT KEN:REB>KEN:COP/alleged"),
    ("[Pasukan Rusia|RUS] dilaporkan menyerang [Kharkiv|UKR].", "ASSAULT RUS>UKR/alleged"),
    ("[Israel|ISR] mungkin menyerang [Iran|IRN].", "ASSAULT ISR>IRN/hypothetical"),
    ("Jika [Israel|ISR] menyerang [Iran|IRN], harga minyak naik.", "ASSAULT ISR>IRN/hypothetical"),
    ("Rencana kunjungan [Presiden Turki|TUR] ke [Irak|IRQ] ditunda.", "CONSULT TUR>IRQ/planned"),
    ("[Presiden Iran|IRN] batal mengunjungi [Jerman|DEU].", "CONSULT IRN>DEU/denied"),
    # no events: generic nouns, other things governed, nobody known
    ("Proses perdamaian di [Sudan|SDN] berjalan lambat.", ""),
    ("[Kanada|CAN] mengirim surat kepada [Meksiko|MEX].", ""),
    ("Serangan jantung menewaskan pria itu.", ""),
    ("Menteri itu menarik perhatian [warga Kenya|KEN:CVL].", ""),
    ("[Ekonomi Jepang|JPN] tumbuh dua persen.", ""),
    ("Pertemuan diadakan setiap tahun.", ""),
]

ENGLISH = [
    ("[Kenya|KEN] accused [Somalia|SOM] of delays.", "ACCUSE KEN>SOM"),
    ("[Somalia|SOM] was accused by [Kenya|KEN] of delays.", "ACCUSE KEN>SOM"),
    ("[The journalist|TUR:MED] was arrested.", "COERCE UNKNOWN>TUR:MED"),
    ("[Fiji|FJI], which [Tonga|TON] has accused of spying, was silent.", "ACCUSE TON>FJI"),
    ("[Fiji|FJI], accused of spying, was silent.", "ACCUSE UNKNOWN>FJI"),
    ("[The Tongan minister|TON] began a tour to speak with [Fijian officials|FJI].", "CONSULT TON>-"),
    ("[The Tongan minister|TON] began a tour to [Fiji|FJI].", "CONSULT TON>FJI"),
    ("[Four Malian soldiers|MLI:MIL] were injured when a bomb exploded.", "ASSAULT UNKNOWN>MLI:MIL"),
    ("[Two villagers|KEN:CVL] were wounded after [Kenyan police|KEN:COP] opened fire.", "ASSAULT KEN:COP>KEN:CVL"),
    ("[Militants|MLI:REB] bombed a market, killing [two soldiers|MLI:MIL].", "ASSAULT MLI:REB>MLI:MIL"),
    ("[The journalist|TUR:MED] was arrested by [Turkish police|TUR:COP].", "COERCE TUR:COP>TUR:MED"),
    ("[Turkish police|TUR:COP] have arrested [a journalist|TUR:MED].", "COERCE TUR:COP>TUR:MED"),
    ("[Kenya|KEN] and [Uganda|UGA] condemned [Somalia|SOM].", "ACCUSE KEN,UGA>SOM"),
    ("[Canada|CAN], [Japan|JPN] and [Chile|CHL] condemned [Iran|IRN].", "ACCUSE CAN,JPN,CHL>IRN"),
    ("[Iran|IRN] condemned [Israel|ISR] and [Canada|CAN].", "ACCUSE IRN>ISR,CAN"),
    ("[Eritrean troops|ERI:MIL] who attacked [Ethiopia|ETH] have left.", "ASSAULT ERI:MIL>ETH"),
    ("[Germany|DEU] decided to send troops to [Lithuania|LTU].", "MOBILIZE DEU>LTU/planned"),
    (
        "[The police|KEN:COP] arrested [the activist|KEN:OPP] and seized his car.",
        "COERCE KEN:COP>KEN:OPP; COERCE KEN:COP>-",
    ),
    ("[Peru|PER] condemned [Chile|CHL] and [Bolivia|BOL] accused [Peru|PER].", "ACCUSE PER>CHL; ACCUSE BOL>PER"),
    ("After attacking [Ukraine|UKR], [Russia|RUS] fell silent.", "ASSAULT RUS>UKR"),
    ("[Russia|RUS] was silent when [Ukraine|UKR] attacked [Crimea|CRI].", "ASSAULT UKR>CRI"),
    ("[Putin|RUS] met [Xi|CHN] in Astana.", "CONSULT RUS,CHN>-"),
    ("[Putin|RUS] and [Xi|CHN] met in Astana.", "CONSULT RUS,CHN>-"),
    ("[Putin|RUS] met with [Xi|CHN] in Astana.", "CONSULT RUS,CHN>-"),
    ("A meeting between [Putin|RUS] and [Xi|CHN] lasted an hour.", "CONSULT RUS,CHN>-"),
    ("Talks between [Sudan|SDN] and [Chad|TCD] failed.", "CONSULT SDN,TCD>-"),
    ("[Egypt|EGY] held talks with [Turkey|TUR].", "CONSULT EGY,TUR>-"),
    ("[Japan|JPN] and [India|IND] signed a trade pact.", "SUPPORT JPN,IND>-"),
    ("[Vietnam's president|VNM] visited [the Philippines|PHL].", "CONSULT VNM>PHL"),
    ("[Blinken's|USA] visit to [Egypt|EGY] began.", "CONSULT USA>EGY"),
    ("[Lula|BRA] arrived in [Moscow|RUS].", "CONSULT BRA>RUS"),
    ("[Israel's|ISR] attack on [Syria|SYR] went on.", "ASSAULT ISR>SYR"),
    ("An attack by [Israel|ISR] on [Syria|SYR] went on.", "ASSAULT ISR>SYR"),
    ("[Israel|ISR] launched an attack on [Syria|SYR].", "ASSAULT ISR>SYR"),
    ("[Iraq's|IRQ] invasion of [Kuwait|KWT] led to war.", "ASSAULT IRQ>KWT"),
    ("The arrest of [the activist|UGA:OPP] by [Ugandan police|UGA:COP] drew anger.", "COERCE UGA:COP>UGA:OPP"),
    ("[EU|EU] sanctions against [Belarus|BLR] were renewed.", "SANCTION EU>BLR"),
    ("[Haiti's|HTI] request to [the UN|UN] was heard.", "REQUEST HTI>UN"),
    ("The withdrawal of [French|FRA] troops from [Niger|NER] ended.", "RETREAT FRA>NER"),
    ("A blast killed [five Iraqi civilians|IRQ:CVL].", "ASSAULT UNKNOWN>IRQ:CVL"),
    ("[Five Malian soldiers|MLI:MIL] were killed in Gao.", "ASSAULT UNKNOWN>MLI:MIL"),
    ("[Gunmen|HTI:REB] assassinated [the Haitian president|HTI].", "ASSAULT HTI:REB>HTI"),
    ("[Japan|JPN] provided aid to [the Philippines|PHL].", "AID JPN>PHL"),
    ("[North Korea|PRK] supplied ammunition to [Russia|RUS].", "AID PRK>RUS"),
    ("[Iran|IRN] armed [the rebels|YEM:REB].", "AID IRN>YEM:REB"),
    ("[Turkey|TUR] extradited the man to [Italy|ITA].", "COOPERATE TUR>ITA"),
    ("[Serbia|SRB] and [Kosovo|XKX] agreed to open the road.", "AGREE SRB,XKX>-"),
    ("[The Serbian president|SRB] apologised to [Bosnia|BIH].", "CONCEDE SRB>BIH"),
    ("[Zelensky|UKR] thanked [Poland|POL].", "SUPPORT UKR>POL"),
    ("[Armenia|ARM] withdrew its troops from [the region|AZE].", "RETREAT ARM>AZE"),
    ("[Hamas|HAMAS] released [an Israeli soldier|ISR:MIL].", "RETREAT HAMAS>ISR:MIL"),
    ("[The European Union|EU] imposed sanctions on [Niger|NER].", "SANCTION EU>NER"),
    ("[Nicaragua|NIC] severed ties with [Israel|ISR].", "SANCTION NIC>ISR"),
    ("[Students|SRB:CVL] marched through Belgrade.", "PROTEST SRB:CVL>-"),
    ("[North Korea|PRK] tested a missile.", "MOBILIZE PRK>-"),
    ("[Russia|RUS] deployed warships to [Syria|SYR].", "MOBILIZE RUS>SYR"),
    ("[Russia|RUS] vetoed the resolution.", "REJECT RUS>-"),
    ("[Iran|IRN] threatened [Israel|ISR].", "THREATEN IRN>ISR"),
    ("[The UN|UN] urged [Sudan|SDN] to stop the attacks.", "REQUEST UN>SDN"),
    ("[Iran|IRN] refused to free [the French citizens|FRA:CVL].", "REJECT IRN>FRA:CVL"),
    ("[North Korea|PRK] threatened to attack [Japan|JPN].", "THREATEN PRK>JPN"),
    ("[Hamas|HAMAS] agreed to free [the soldier|ISR:MIL].", "AGREE HAMAS>-"),
    ("[Canada|CAN] warned [Chile|CHL] that [Peru|PER] may attack [Cuba|CUB].", "ASSAULT PER>CUB/hypothetical@CAN"),
    (
        "[The United States|USA] accused [Iran|IRN] of arming [the rebels|IRQ:REB].",
        "ACCUSE USA>IRN; AID IRN>IRQ:REB/alleged@USA",
    ),
    ("[Rwanda|RWA] denied arming [the rebels|COD:REB].", "REJECT RWA>-; AID RWA>COD:REB/denied@RWA"),
    ("[Poland|POL] will send troops to [Lithuania|LTU].", "MOBILIZE POL>LTU/planned"),
    ("[Poland|POL] will not send troops to [Ukraine|UKR].", "MOBILIZE POL>UKR/denied"),
    ("[King Abdullah|JOR] is scheduled to visit [Egypt|EGY].", "CONSULT JOR>EGY/planned"),
    ("[The militants|KEN:REB] allegedly attacked [the police|KEN:COP].", "ASSAULT KEN:REB>KEN:COP/alleged"),
    ("[Israel|ISR] may attack [Iran|IRN].", "ASSAULT ISR>IRN/hypothetical"),
    ("If [Israel|ISR] attacks [Iran|IRN], oil will rise.", "ASSAULT ISR>IRN/hypothetical"),
    ("The planned visit of [Erdogan|TUR] to [Iraq|IRQ] was put off.", "CONSULT TUR>IRQ/planned"),
    ("The peace process in [Sudan|SDN] is slow.", ""),
    ("[Canada|CAN] sent a letter to [Mexico|MEX].", ""),
    ("[Kenya|KEN] released a report on rainfall.", ""),
    ("[Japan's economy|JPN] grew by two percent.", ""),
    ("Meetings are held every year.", ""),
]


def shown(event: EventMention) -> str:
    """An event as the rows write it."""
    sides = [",".join(dict.fromkeys(p.code for p in side)) or "-" for side in (event.actors, event.recipients)]
    status = "" if event.status is Status.ASSERTED else f"/{event.status}"
    speaker = f"@{event.speaker.code}" if event.speaker else ""
    return f"{event.type} {sides[0]}>{sides[1]}{status}{speaker}"


def coded(document: Document) -> list[str]:
    return [shown(e) for e in find(document).events]


def expected(row: str) -> list[str]:
    return [part for part in row.split("; ") if part]


@pytest.mark.parametrize(("sentence", "row"), INDONESIAN, ids=[s for s, _ in INDONESIAN])
def test_indonesian(sentence: str, row: str) -> None:
    assert coded(marked((sentence,), "id")) == expected(row)


@pytest.mark.parametrize(("sentence", "row"), ENGLISH, ids=[s for s, _ in ENGLISH])
def test_english(sentence: str, row: str) -> None:
    assert coded(marked((sentence,), "en")) == expected(row)


@pytest.mark.parametrize(
    ("language", "sentences", "row"),
    [
        # a noun takes up the parties of the sentence before
        (
            "id",
            ("[Putin|RUS] bertemu dengan [Xi|CHN].", "Pertemuan itu berlangsung dua jam."),
            "CONSULT RUS,CHN>-; CONSULT RUS,CHN>-",
        ),
        (
            "id",
            ("[Pemberontak|MLI:REB] menyerang [tentara|MLI:MIL].", "Serangan tersebut dikecam banyak pihak."),
            "ASSAULT MLI:REB>MLI:MIL; ASSAULT MLI:REB>MLI:MIL",
        ),
        (
            "en",
            ("[Putin|RUS] met [Xi|CHN].", "The meeting lasted two hours."),
            "CONSULT RUS,CHN>-; CONSULT RUS,CHN>-",
        ),
        # but not those of another kind of act, and not from far away
        ("id", ("[Putin|RUS] mengecam [Xi|CHN].", "Pertemuan itu berlangsung dua jam."), "ACCUSE RUS>CHN"),
        ("id", ("[Putin|RUS] bertemu dengan [Xi|CHN].", "A.", "B.", "C.", "Pertemuan lama."), "CONSULT RUS,CHN>-"),
    ],
)
def test_unspoken_parties_come_from_before(language: str, sentences: tuple[str, ...], row: str) -> None:
    assert coded(marked(sentences, language)) == expected(row)


def test_unspoken_parties_have_no_words() -> None:
    document = marked(("[Putin|RUS] bertemu dengan [Xi|CHN].", "Pertemuan itu berlangsung dua jam."), "id")
    first, second = find(document).events
    assert all(p.span is not None for p in first.actors)
    assert all(p.span is None for p in second.actors)


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (BlockKind.HEADLINE, "REQUEST BLR>RUS"),
        (BlockKind.SUBTITLE, "REQUEST BLR>RUS"),
        (BlockKind.BODY, ""),  # a bare form is a verb in headlines only
        (BlockKind.CAPTION, ""),
        (BlockKind.RELATED, ""),
    ],
)
def test_bare_verbs_of_headlines(kind: BlockKind, row: str) -> None:
    document = marked(("[Belarusia|BLR] Usulkan Kerja Sama kepada [Rusia|RUS]",), "id", kind)
    assert coded(document) == expected(row)


@pytest.mark.parametrize(
    ("language", "sentence", "row"),
    [
        ("id", "«[Israel|ISR] menyerang [Suriah|SYR]», kata Menlu Iran.", "ASSAULT ISR>SYR@IRN"),
        ("id", "Menlu Iran berkata «[Israel|ISR] akan menyerang [Suriah|SYR]».", "ASSAULT ISR>SYR/planned@IRN"),
        ("id", "«[Rusia|RUS] mesti menarik pasukannya», kata Menlu Iran.", "REQUEST IRN>RUS"),
        ("en", "«[Israel|ISR] attacked [Syria|SYR]», Iran's minister said.", "ASSAULT ISR>SYR@IRN"),
        # the accuser inside a quotation is the one whose word the act is
        (
            "id",
            "«[Turki|TUR] menuduh [Suriah|SYR] mempersenjatai [PKK|PKK]», kata Menlu Iran.",
            "ACCUSE TUR>SYR@IRN; AID SYR>PKK/alleged@TUR",
        ),
    ],
)
def test_speakers(language: str, sentence: str, row: str) -> None:
    assert coded(marked((sentence,), language, speaker="IRN")) == expected(row)


def test_the_chain_of_the_quotation_is_kept() -> None:
    document = marked(("«[Israel|ISR] menyerang [Suriah|SYR]», kata Menlu Iran.",), "id", speaker="IRN")
    (event,) = find(document).events
    assert [hop.name for hop in event.chain] == ["IRN"]


@pytest.mark.parametrize(
    ("language", "sentence", "time", "place"),
    [
        ("id", "[Rusia|RUS] menyerang [Ukraina|UKR] {Senin}.", "Senin", "Ukraina"),
        ("id", "[Putin|RUS] bertemu dengan [Xi|CHN] di <Astana|KAZ> pada {Jumat}.", "Jumat", "Astana"),
        (
            "id",
            "[Putin|RUS] bertemu dengan [Xi|CHN] {Jumat} setelah gempa mengguncang <Lima|PER> {tahun lalu}.",
            "Jumat",
            None,
        ),
        ("id", "Sidang dibuka {Rabu} ketika [Rusia|RUS] menyerang [Ukraina|UKR] {Senin}.", "Senin", "Ukraina"),
        ("id", "[Rusia|RUS] menyerang [Ukraina|UKR].", None, "Ukraina"),
        ("en", "[Putin|RUS] met [Xi|CHN] in <Astana|KAZ> on {Friday}.", "Friday", "Astana"),
        (
            "en",
            "[Russia|RUS] attacked [Ukraine|UKR] on {Monday} after the hall opened on {Sunday}.",
            "Monday",
            "Ukraine",
        ),
    ],
)
def test_time_and_place_of_the_act(language: str, sentence: str, time: str | None, place: str | None) -> None:
    document = marked((sentence,), language)
    event = find(document).events[0]
    text = document.article.text
    assert (event.time.span.of(text) if event.time else None) == time
    assert (event.place.span.of(text) if event.place else None) == place


def test_an_unknown_doer_becomes_an_entity_once() -> None:
    document = marked(("[Duta Besar|RUS] dibunuh.", "[Wartawan|TUR:MED] ditangkap."), "id")
    found = find(document)
    assert [e.id for e in found.entities].count("UNKNOWN") == 1


def test_why_names_row_voice_and_places() -> None:
    (event,) = find(marked(("[Ukraina|UKR] dituduh [Rusia|RUS].",), "id")).events
    assert event.why[0].startswith("cue id/ACCUSE.tsv:")
    assert "voice passive" in event.why
    assert "actor: by" in event.why
    assert 0 < event.score < 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_one_act_told_twice_is_one_record(language: str) -> None:
    sentence = {
        "id": "[Pemberontak|MLI:REB] menyerang [tentara|MLI:MIL] dan serangan itu menewaskan [tentara|MLI:MIL].",
        "en": "[Rebels|MLI:REB] attacked [soldiers|MLI:MIL] and the attack killed [soldiers|MLI:MIL].",
    }[language]
    assert len(find(marked((sentence,), language)).events) == 1


def test_layers_that_were_not_made_are_no_error() -> None:
    document = marked(("Rusia menyerang Ukraina.",), "id")
    assert Layer.MENTIONS not in document.done
    assert find(document).events == ()


def test_a_sentence_beyond_measure_is_noted_and_not_read() -> None:
    document = marked(
        ("[Rusia|RUS] menyerang [Ukraina|UKR] " + "lagi " * 1000, "[Iran|IRN] mengecam [Israel|ISR]."), "id"
    )
    found = find(document)
    assert [e.type for e in found.events] == ["ACCUSE"]
    assert [n.code for n in found.notes] == ["sentence-too-long"]
