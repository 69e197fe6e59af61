/** What people and attackers try first, in lower case and without signs; digits at the end are taken off before looking here. */
export const COMMON_PASSWORDS = new Set(
  `password passwort contrasena contraseña motdepasse parola passw0rd passphrase mypassword newpassword changeme changemenow letmein letmeinnow
  welcome welcometo welcomeback willkommen bienvenido bienvenidos benvenuto qwerty qwertyuiop qwertyuiopasdf qwertz qwertzuiop azerty azertyuiop
  asdfgh asdfghjkl asdfghjklqwe zxcvbnm qazwsx qazwsxedc qazwsxedcrfv 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv 123456789012
  1234567890123 12345678901234 123456789123 1234567890 0123456789 012345678901 987654321098 9876543210 098765432109 111111111111 000000000000
  121212121212 123123123123 112233445566 abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefgh abcd1234abcd abc123abc123 a1b2c3d4e5f6 iloveyou
  iloveyousomuch iloveyouforever teamo teamomucho tequiero tequieromucho jesucristo jesuschrist superman batmanandrobin spiderman starwars
  football futbol barcelona realmadrid atleticomadrid liverpool manchester manchesterunited chelseafc arsenal baseball basketball princess
  princesa sunshine sunshineandrain monkey dragon dragonball pokemon master masterkey shadow michael michaeljordan jennifer trustno trustnoone
  whatever whateveryouwant hello helloworld hellohello hellothere hola holahola holamundo computer internet administrator administrador admin
  adminadmin adminpassword root rootroot rootpassword toor guest guestguest default defaultpassword secret secretpassword topsecret secreto
  testtest test testing testpassword demo demodemo temporary temporal temporarypassword summer winter spring autumn verano invierno primavera
  january february september october november december hospital hospitalhospital generalhospital myhospital nurse nursenurse doctor doctordoctor
  healthcare patient medicine salve salvesalve salvepassword harbourside harboursidedemo emergency emergencyroom ambulance correcthorsebatterystaple
  correcthorse qwerty123456 password123456 p4ssw0rd pa55word pa55w0rd passwordpassword iamtheadmin blink182blink thequickbrownfox loremipsum
  loremipsumdolor usuario usuariousuario clave claveclave miclave micontrasena contrasenasegura seguridad opensesame abretesesamo sesamo sesame
  charlie charliebrown ashley nicole jessica daniel andrew joshua thomas george jordan hunter hunter2hunter freedom freedomfreedom america
  mexico espana portugal london madrid lisboa california newyork newyorkcity losangeles`.split(/\s+/),
)
