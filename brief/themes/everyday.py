"""Everyday English words, to find the terms that share a stem with a word of another meaning: important and import.

Written down from general knowledge: words that any article may use, and their look-alikes of the news (*evident*,
*populous*, *celebrate*, *planting*). `brief themes check` tries every single-word term on them.
"""

EVERYDAY = """
    able absolutely accept accident accompany account achieve across active activity actual actually adapt addition
    address admit adult advance advantage advice affect afraid age agency agent ago agree ahead airy allow almost
    alone also amount amuse angle animal announce another answer ant anything apart apartment appear application
    apply appoint approach appropriate arise arm army arrange arrive article artificial ash ask aspect assist assume
    assure attach attempt attend attract average avoid award aware baby background badly balance band bar bare basic
    bay beach bear beat beautiful beauty become begin behave being belief belong benefit best better bill birth bit
    bite blame bland bless block blood blow blue board body boil bold bone book bore both bother bottom bound bow
    box branch brave bread break breath brief bright brilliant bring broad brother brown brush build burn bus busy
    butter button buy cake call calm camera camp candid candle capable car care careful carry cast casual cat catch
    cause celebrate celebration cell center central certain chain chair chance change chapter character charge charm
    chart chase chat cheap check cheer chest chief child china choice choose chop circle citizen civil claim class
    claw clean clear clever click client climb clock close cloth clothes coach coat coffee coin cold collect
    collection college color column combine come comfort commit common communicate community companion compare
    compete complain complete complex compose concentrate concept concern concert conclude condition conduct
    conference confide confirm confuse connect conscious conserve consider consist constitute contact contain
    container content contest context continue contract contrast control convert convince cook cooking copy corn
    corner corporal correct cost cotton counsel count counted counter country couple courtesy cousin cover crash
    crazy cream create crew crisp critical crop cross crowd cry cultivate cultured cup cure curious curl current
    curtain custody custom customs cut cute cycle daddy daily dairy damage dance danger dare dark date daughter dead
    deaf deal dear debate decent decide decision deck declare decline dedicate deep deeply defend definite degree
    delay delicate delight deliver demand demonstrate deny depart depend dependent deposit depressed derive describe
    desert deserve design desk destroy detail detect determine develop device devote diary diet different difficult
    dig digit digital dinner dip direct director dirt disappear discover discuss dish dismiss display distance
    distinct distinguish divide doctrine document dog domestic door double doubt dozen drama draw drawn dream dress
    drift drink drive drop drum dry duck due during dust duty eager ear early earn earth ease easily east eat edge
    edit editor effect effort egg electric element eliminate else emerge emotion emphasis empty enable
    encounter encourage enemy engage engine enjoy enormous enter entire entitle entry environment episode equal
    equally equation equip error escape especially essay essence establish estate estimate eternal even evening
    event ever everyone evident evolve exact exam example exceed excellent except exchange excite exclude excuse
    execute exercise exhibit exist expand expect expense experience expert explain expose express extend extent
    extra extreme extremely eye fabric face fact faculty fail fair faith fall fame familiar familiarly fan fancy far
    farm farther fashion fast fate father fault favor favour fear feature federal feed feel fellow fence fertile
    fetch few field fight figure file fill film final finance find fine finger finish firm fish fit fix flag flame
    flat flavour flesh flight float floor flow flower fold folk follow fool foot force forest forget form formal
    format former formula forth fortune forward found fox frame free frequent fresh friend friendly frog front fruit
    fuel full fun function fund funny further future gain gallery game gap garden gas gate gather gaze gear gene
    general generous genius gentle genuine gesture ghost giant gift girl give glad glass global globe goal god gold
    golden goods gown grab grace grade gradual grain grand grant grass grave great green grey grin grip gross ground
    group grow guard guess guest guide guilt gun guy habit half hall hand handle handy hang happen harbour hard
    hardly harm hat hate hay head health hear heart heat heaven heavy height hell help here hero heroine hesitate
    hidden hide highly hill hint hip hire hit hold hole holiday holy honest honour hop hope horse hospital
    hospitality host hotel hour household huge human humble humour hundred hungry hunt hurry hurt husband ice idea
    ideal ideally identical identify ignore ill illustrate image imagine immediately impact imply importance
    important importantly impose impress improve incident incline include increase indeed independent indicate
    individual industrious industry infant influence inform initial inner inquire insect inside insist instance
    instant instead instruct instrument insult intellect intelligent intend intense interest interior internal
    interpret interval interview introduce invent investigate invite involve iron island issue item itself jacket
    jam jar join joint joke journal journey joy judge juice jump junior just keen keep key kick kid kind kiss
    kitchen knee knife knock know label labour lack ladder lady lake lamp lane language lap large last late latter
    laugh launch lawn layer lead leaf lean leap least leather leave left legend leisure lend length lesson letter
    level liberal library lie life lift light limit line link lip liquid list listen literal literally litter little
    load loan local locate lock log lonely long look loose lord lose loss lot loud love lucky lunch machine mad
    magazine magic main mainly majority male mall man manage manner manual map march margin mark marked marriage
    marry mass master match mate material matter maximum maybe meal mean meaning means measure medal medium meet
    melt member memory mental mention mere merely merry mess metal method middle mild mile milk mill mind mineral
    minimum minister minor minus minute mirror miss mission mistake mix mixture mobile mode model modern modest
    moment month mood moral more moreover morning mostly mother motion mount mountain mouse mouth move mud multiple
    muscle museum music must mutual mystery naive name narrow national nationality native natural naturally nature
    near neat necessary neck need needle negative neighbour neither nerve net network neutral never new news nice
    night nod noise nominal none noon nor normal nose note nothing notice novel nowhere nuclear number numerous
    nurse nut obey object objective obligation observation observe obtain obvious obviously occasion occupy occur
    ocean odd offend offer office official often oil old onto open opera opinion opponent opposite opt orange order
    ordinary organ organise organize original outside oven overall owe owner pack page pain painter pair palace pan
    panel panic paper parent parish park parking part participate partly partner pass passage passenger passion past
    patch path patience patiently pattern pause pay peace peak peer pen penny pension people pepper percent perfect
    perfectly perform perhaps period person personality personally phase phone photograph phrase physical pick
    picture piece pile pilot pin pine pink pipe pitch pity place plain plan plane planet planned plant planting
    plastic plate play please pleasure plenty plot plug plus pocket poem poet point poison pole policy polite
    politely politic pool poor pop popular population populous port portion portrait pose position possess possible
    post pot potential pound pour powder power practical practice praise pray precise predict prefer preference
    prepare presence present presentation presently president press presume pretend pretty prevent previous pride
    priest primarily primary prime prince principle print prior prison private privately prize probable problem
    process produce product productivity profession professor profit profound progress project promise promote
    prompt proof proper proportion propose prospect protect proud prove provide province provision pub public
    publish pull pump punish pupil purchase pure purely purpose pursue push qualify quality queen question quick
    quiet quit quite quote rail rain raise range rank rapid rare rarely rate rather ratio raw reach react ready real
    realise realize rear reason reasonable rebel recall receive recent recess recipe reckon recognize recommend
    record recover red reduce refer refined reflect refuse regard regime region register regret regular reject
    relate relation relative relax release relevant relief religion rely remain remark remarkable remember remind
    remote remove render renew rent repair repeat replace reply report reportedly reporting represent reputation
    request require rescue resemble reserve residence resident resign resist resolve resort resource respect
    respective respond responsible rest restore result retain retire retreat return reveal revenue reverse review
    revolution reward rhythm rich rid ride rifle right ring rise ritual rival river roast rob rock role roll
    romantic roof room root rope rose rough round route routine row royal rub rubber rude ruin rule run rural rush
    sack sad safe sake salad salary sale salt same sample sand satellite satisfy sauce save saving scale scarcely
    scatter scene schedule scholar science score scream screen script search season seat sector secure seed seek
    seem seize seldom select self sell send senior sense sentence separate sequence series serious serve service
    session set settle several severe sew sex shade shadow shake shall shame shape share sharp sharply shed sheep
    sheet shelf shell shelter shift shine ship shirt shock shoe shoot shop shore short shoulder shout show sick side
    sigh sight sign silence silk silly silver similar simple sin since sing single sink sir sister site situation
    size skill skin skirt slave sleep slice slide slight slope slow small smart smash smell smile smoke smooth snake
    snow soap social society sock soft soil soldier solid solution solve song soon sorry sort soul sound soup source
    south spare spark special specialist specific spectacular speed spell spend spin spirit spite splendid split
    sponsor spoon sport spot spray spread squeeze stable staff stage stain stair stake stamp stand standard standing
    star stare start state statement station statue status stay steady steal steam steel steep stem step stick stiff
    still stimulate stir stock stomach stone stop storage store storm story straight strain strange stranger stream
    street strength stress stretch strict strike string strip stroke strong structure struggle student studio study
    stuff stupid style subject submit substance substitute succeed suck sudden sugar suggest suicide suit sum summer
    sun sunny supper supply support suppose supreme sure surely surface surgeon surgery surprise surround survey
    survive suspect sustain swallow swear sweep sweet swim swing switch symbol sympathy symptom system table tail
    talk tall tank tap target task taste tax tax-free tea tear technical technique technology telephone television
    temple tempt tend tender tennis tension tent term terrible territory test text thank thanks theatre theme theory
    therapy thereby thick thief thin think thorough though thought thread threat throat throughout throw thus ticket
    tidy tie tight till timber time tin tiny tip tire title toe together tomato tomorrow tone tongue tool tooth top
    topic total touch tough tour tourist toward towel town toy trace track trade tradition traffic tragedy train
    transfer transform transit translate transport trap travel tray treasure treat treaty tree tremendous trend
    trial tribe tribune trick trip troop trouble trousers truck true truly trunk trust truth try tube tune tunnel
    turn tutor twice twin type ugly ultimate umbrella uncle undergo understand uniform union unique unit universal
    universe until unusual upper upset urban urge usage useful usual utility utter vacation vague valley value van
    variation variety various vast vegetable vehicle venture verb verse version versus very vessel via victory video
    view viewing village vine violent virtual virtue visible vision visit vital voice volume volunteer vote wage
    wait wake walk wall wander want ward warm warn warrant wash waste watch water wave way weak wealth weapon wear
    wedding week weekly weigh weird welcome welfare west whatever wheat wheel whenever wherever whisper whoever
    whole wicked wide widely widow wife wild willing win window wine wing winter wire wisdom wise wish withdraw
    witness witnessed woman wonder wood wool word work workable worker world worry worse worst worth worthy wound
    wrap wreck wrist write writer wrong yard year yellow yesterday young youth zone
""".split()
