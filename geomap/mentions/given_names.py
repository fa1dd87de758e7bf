"""Given names from around the world, typed from general knowledge; they help to tell people from places."""

from __future__ import annotations

_NAMES = """
aaron abdul abdullah abigail abraham adam adele adnan adrian ahmad ahmed aisha akira alan albert alejandro aleksandr
aleksei alex alexander alexandr alexei alexey alfred ali alice alicia alison allan allen alvin amanda amber amina amir
amit amy ana anatoly andrea andreas andrei andrew andrey andy angel angela angelina anita ann anna anne annie anthony
antoine anton antonio anwar april arjun arnold art arthur ashley ashraf audrey austin barack barbara barry bashar
beatrice ben benjamin bernard bernie beth betty beverly bilal bill billy blake bob bobby bonnie boris brad bradley
brandon brenda brendan brett brian bruce bruno bryan calvin cameron carl carla carlos carmen carol caroline carolyn
catherine cathy cecilia chad charles charlie charlotte chen cheryl chloe chris christian christina christine
christopher chuck claire clara clarence claude claudia clifford clint colin connie connor corey craig crystal curtis
cynthia daniel daniela danielle danny darren dave david dawn dean deborah debra denis denise dennis derek diana diane
diego dimitri dmitri dmitry dominic don donald donna doris dorothy doug douglas duncan dylan earl ed eddie edgar edith
eduardo edward edwin elaine eleanor elena eli elias elijah elizabeth ella ellen emily emma emmanuel enrique eric erica
erik erin ernest esther ethan eugene eva evan evelyn faisal fatima felipe felix fernando florence frances francesca
francis francisco francois frank franklin fred frederick friedrich gabriel gail gareth gary gavin gene geoff geoffrey
george georgina gerald gerard gilbert giovanni giuseppe glen glenn gloria gordon grace graham grant greg gregory guy
gwen hamid hannah hans harold harriet harris harry hasan hassan heather hector heidi helen henri henry herbert hillary
hiroshi holly howard hugh hugo hussein ian ibrahim igor ilya imran ines ingrid irene isaac isabel isabella ismail ivan
jack jackie jackson jacob jacqueline jacques jake jamal james jamie jan jane janet janice jared jason javier jay jean
jeff jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jin joan joanna joanne joe
joel johan johann john johnny jon jonas jonathan jong jordan jorge jose joseph josephine josh joshua joyce
juan juanita judith judy julia julian julie june justin kamal karen karim karl kate katherine kathleen kathryn kathy
katie kayla keith kelly ken kenneth kenny kerry kevin khaled khalid kim kimberly kirk kofi kristen kristin kumar kurt
kyle lance larry laura lauren laurence laurie lawrence lee leo leon leonard leonid leroy leslie li liam lily linda
lindsay lindsey lisa liu lloyd logan lois lori lorraine louis louise lucas lucia lucy luis luke lydia lynn madison
mahmoud malcolm mandy manuel marc marcel marcia marco marcus margaret maria marie marilyn mario marion mark marlene
martha martin marvin mary masoud mathew matt matteo matthew maureen maurice max maxim megan mehmet melanie melissa
melvin mercedes meredith michael michel michele michelle miguel mikael mike mikhail mildred min miriam mitch mitchell
mohamad mohamed mohammad mohammed moises molly monica morgan morris muammar muhammad mustafa nadia nancy naomi
narendra natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nigel nikita nikolai
nina noah noel noor norma norman olga oliver olivia omar osama oscar otto owen pablo pamela park pascal pat patricia
patrick paul paula pauline pavel pedro peggy penny perry pete peter petra petro phil philip philippe phillip phyllis
pierre priya rachel rafael rahul raj rajesh ralph ramon randall randy ravi ray raymond rebecca recep regina reginald
rene rex ricardo richard rick ricky rita rob robert roberta roberto robin rod roderick rodney rodrigo roger roland
roman ron ronald rosa rose rosemary ross roy ruby russ russell ruth ryan sabrina saddam saeed sally salman sam
samantha samir samuel sandra sandy sanjay sara sarah sasha saul scott sean sebastian sergei sergey sergio seth shane
shannon sharon shaun shawn sheila shelley sherry shinzo shirley sidney silvia simon sofia sonia sophia sophie stacy
stan stanley stefan stella stephanie stephen steve steven stuart sue sunil susan suzanne svetlana sylvia tamara tanya
tara tariq tatiana ted teresa terrence terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy
toni tony tracey tracy travis trevor tristan troy ty tyler usman valentina valerie vanessa vera vernon veronica vicki
vickie vicky victor victoria vijay viktor vincent violet virginia vitaly vivian vladimir volodymyr wade walter wanda
warren wayne wei wendy wesley wilfred will willard william willie winston xavier xi yang yasser yevgeny yoko yolanda
yuki yuri yusuf yvonne zachary zahra zhang zoe
"""

GIVEN_NAMES = frozenset(_NAMES.split())
