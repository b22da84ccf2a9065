/** Two hundred and fifty-six words that sound unlike each other and upset nobody: one for each byte. */
export const CODE_WORDS: readonly string[] = `
acorn almond amber anchor apple apron arrow aspen atlas attic autumn bagel
bamboo banjo barley barn basil basket beach beacon bean bench berry birch
biscuit blanket bottle boulder bowl branch bread breeze bridge brook broom bucket
butter button cabin cactus camel canal candle canoe canyon carpet carrot castle
cedar cellar chalk cherry chestnut circle clay clock cloud clover coat cobble
coffee comet copper coral cork corner cotton cradle crayon cricket crystal cup
curtain cushion daisy dawn desk dolphin donkey drum dune eagle easel echo
elbow elder elm ember engine fabric falcon feather fern ferry fiddle field
fig finch flag flute foam forest fossil fountain fox garden garlic gate
ginger glacier glove goose grape gravel guitar hammer hammock harbour harp hat
hazel hedge helmet heron hill honey horizon igloo island ivory ivy jacket
jasmine jigsaw juniper kayak kettle kitchen kite ladder lagoon lake lamp lantern
lark lemon library lilac linen lizard lobby lotus lunch magnet mango maple
marble meadow melon mirror mitten moon moss mountain mulberry mustard napkin needle
nest notebook nutmeg oak oasis ocean olive onion orbit orchard otter oven
owl paddle painter palace panda paper parrot parsley path peach pebble pencil
pepper piano pigeon pillow pine planet plum pocket pond poplar porch potato
puddle pumpkin quartz quilt rabbit radish raft rain raven ribbon river robin
rocket rope rose saddle saffron sail salad sand scarf seal shelf shell
shore silver sky slate sofa sparrow spoon spring squirrel stable
star stove straw summer swan table tambourine teapot thimble tiger timber tomato
tower trumpet tulip tunnel turtle umbrella
`
	.trim()
	.split(/\s+/);
